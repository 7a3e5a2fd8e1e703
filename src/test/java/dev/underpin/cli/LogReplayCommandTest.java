package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.log.Direction;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogReader;
import dev.underpin.can.log.LoggedFrame;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReplayCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void aLog() throws IOException {
        log = Files.writeString(folder.resolve("bus.log"), """
                (1793602800.250000) can0 7E4#023E80CCCCCCCCCC
                (1793602800.350000) can0 7E4#023E00CCCCCCCCCC
                (1793602800.350000) can0 001#01
                (1793602800.400000) can0 20000020#0000000000000000
                (1793602800.650000) can0 123##1001122
                """);
    }

    private int execute(String... arguments) {
        return Underpin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("log", "replay"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private List<LogEntry> passed(Path file) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        try (LogReader reader = LogFormat.read(file)) {
            for (LogEntry entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static List<LoggedFrame> sent(List<LogEntry> entries) {
        return entries.stream()
                .filter(entry -> entry instanceof LoggedFrame frame && frame.direction() == Direction.TX)
                .map(LoggedFrame.class::cast)
                .toList();
    }

    @Test
    void frames_keep_their_order_and_distances_among_those_of_the_vehicle() throws IOException {
        Path after = folder.resolve("after.blf");

        assertThat(execute(log.toString(), "--bus", "drive", "--out", after.toString()))
                .isZero();

        List<LogEntry> all = passed(after);
        List<LoggedFrame> sent = sent(all);
        assertThat(sent).extracting(it -> it.frame().id()).containsExactly(0x7E4, 0x7E4, 0x001, 0x123);
        assertThat(sent.get(1).atNanos() - sent.get(0).atNanos()).isBetween(99_000_000L, 101_000_000L);
        assertThat(sent.get(2).atNanos() - sent.get(1).atNanos()).isBetween(1L, 2_000_000L);
        assertThat(all)
                .hasSizeGreaterThan(50)
                .isSortedAccordingTo((one, other) -> Long.compare(one.atNanos(), other.atNanos()));
        assertThat(all)
                .as("the answer of the battery unit")
                .anyMatch(it -> it instanceof LoggedFrame frame && frame.frame().id() == 0x7EC);
        assertThat(out.toString()).contains("onto drive: 4 frames sent, 4 of them acknowledged, 1 left out, 0 refused");
    }

    @Test
    void some_identifiers_faster_and_under_other_names() throws IOException {
        Path after = folder.resolve("after.log");

        assertThat(execute(
                        log.toString(),
                        "--bus",
                        "drive",
                        "--only",
                        "7E0-7EF",
                        "--map",
                        "7E4=7E0",
                        "--speed",
                        "2",
                        "--out",
                        after.toString()))
                .isZero();

        List<LoggedFrame> sent = sent(passed(after));
        assertThat(sent).extracting(it -> it.frame().id()).containsExactly(0x7E0, 0x7E0);
        assertThat(sent.get(1).atNanos() - sent.get(0).atNanos()).isBetween(48_000_000L, 52_000_000L);
    }

    @Test
    void without_a_log_to_write_what_passes_is_shown() {
        assertThat(execute(log.toString(), "--bus", "drive")).isZero();

        assertThat(out.toString()).contains("TesterPresent", "VCU_DriveState", "onto drive: 4 frames sent");
        assertThat(out.toString().lines().toList().get(1)).startsWith("    0.");
    }

    @Test
    void what_the_bus_cannot_carry_is_counted() {
        assertThat(execute(log.toString(), "--bus", "chassis")).isZero();

        assertThat(out.toString())
                .contains("onto chassis: 3 frames sent, 3 of them acknowledged, 1 left out, 1 refused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOG                                        | Missing required option: '--bus=NAME'
            LOG --bus attic                            | --bus: expected one of drive, chassis, found attic
            LOG --bus drive --speed 0                  | --speed: expected a number above 0 and at most 1000, found 0.0
            LOG --bus drive --speed NaN                | --speed: expected a number above 0
            LOG --bus drive --only 1FF                 | expected a frame that is wanted, found none
            LOG --bus drive --only 7                   | expected an identifier of 3
            LOG --bus drive --map 7E4                  | --map: expected two identifiers such as 7E0=7E4, found "7E4"
            LOG --bus drive --map 7E4=7E0 --map 7E4=1  | expected an identifier of 3
            LOG --bus drive --map 7E4=7E0 --map 7E4=001| --map: expected each identifier once, found 7E4 twice
            LOG --bus drive --channel can1             | expected --channel as one of can0, found can1
            LOG --bus drive --out a.txt                | a.txt: expected a bus log whose name ends in
            LOG --bus drive --out LOG                  | --out: expected another file than FILE, found the same
            nowhere.log --bus drive                    | nowhere.log: expected a bus log that can be read
            LOG --bus drive --rig nowhere.yaml         | nowhere.yaml
            """)
    void a_mistake_is_one_message(String arguments, String message) {
        assertThat(execute(arguments.replace("LOG", log.toString()).split(" +")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("underpin: ").contains(message).doesNotContain("\tat ");
    }
}
