package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.judges.OutsideJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * can-utils turn our logs into each other's format. Not asked of them, for version 2020.11 loses them: raw data length codes above 8;
 * the class of an error frame in ASC; a civil start of an ASC log, unless a German locale is installed.
 */
class LogsJudgedByCanUtilsTest {
    @TempDir
    private Path folder;

    private static List<LogEntry> entries() {
        List<LogEntry> random = Logs.random(12, 2_000, 1_000);
        long shift = random.getFirst().atNanos() - Logs.START;
        return random.stream()
                .filter(entry -> !(entry instanceof LoggedFrame frame)
                        || frame.frame().fd()
                        || frame.frame().dlc() <= 8)
                .map(entry -> moved(
                        entry, -shift, "can" + (1 + Math.abs(entry.channel().hashCode()) % 3)))
                .toList();
    }

    private static LogEntry moved(LogEntry entry, long nanos, String channel) {
        return switch (entry) {
            case LoggedFrame frame ->
                new LoggedFrame(frame.atNanos() + nanos, channel, frame.direction(), frame.frame());
            case LoggedError error -> new LoggedError(error.atNanos() + nanos, channel, ErrorFrame.unknown());
        };
    }

    @Test
    void log2ascMakesTheSameOfACandumpLogAsIsReadFromIt() throws IOException {
        OutsideJudge log2asc = OutsideJudge.require("log2asc", "can-utils");
        List<LogEntry> written = entries();
        Path log = folder.resolve("bus.log");
        Path asc = folder.resolve("bus.asc");
        Logs.write(log, written);

        log2asc.lines("-I", log.toString(), "-O", asc.toString(), "can1", "can2", "can3");

        assertThat(Logs.read(asc))
                .containsExactlyElementsOf(written.stream()
                        .map(entry -> moved(entry, 0, entry.channel().substring(3)))
                        .toList());
    }

    @Test
    void asc2logMakesTheSameOfAnAscLogAsIsReadFromIt() throws IOException {
        OutsideJudge asc2log = OutsideJudge.require("asc2log", "can-utils");
        List<LogEntry> written = entries().stream()
                .map(entry -> moved(entry, 0, entry.channel().substring(3)))
                .toList();
        Path asc = folder.resolve("bus.asc");
        Path log = folder.resolve("bus.log");
        Logs.write(asc, written);

        asc2log.lines("-I", asc.toString(), "-O", log.toString());

        List<LogEntry> read = Logs.read(log);
        long shift = Logs.START - read.getFirst().atNanos();
        assertThat(read.stream()
                        .map(entry -> moved(
                                entry,
                                shift,
                                Integer.toString(
                                        1 + Integer.parseInt(entry.channel().substring(3))))))
                .containsExactlyElementsOf(written);
        assertThat(Files.readString(log)).hasLineCount(written.size());
    }
}
