package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.judges.OutsideJudge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wireshark's programs read what was written, and write pcapng that is read. */
class LogsJudgedByTsharkTest {
    private static final String[] FIELDS = {
        "frame.time_epoch",
        "frame.interface_name",
        "frame.packet_flags_direction",
        "can.id",
        "can.flags.xtd",
        "can.flags.rtr",
        "can.flags.err",
        "can.len",
        "canfd.flags.brs",
        "canfd.flags.esi"
    };

    private static final String[] BLF_FIELDS = {
        "frame.time_epoch",
        "frame.interface_name",
        "frame.packet_flags_direction",
        "can.id",
        "can.flags.xtd",
        "can.flags.rtr",
        "can.len",
        "data.data"
    };

    @TempDir
    private Path folder;

    @Test
    void tsharkFindsTheFramesTimesAndChannelsOfACapture() throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        List<LogEntry> written = Logs.random(9, 2_000, 1);
        Path file = folder.resolve("bus.pcapng");

        Logs.write(file, written);

        assertThat(tshark.lines(arguments(file, FIELDS)))
                .containsExactlyElementsOf(
                        written.stream().map(LogsJudgedByTsharkTest::line).toList());
    }

    @Test
    void tsharkFindsTheDiagnosticServicesInACapture() throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        Path file = folder.resolve("bus.pcapng");
        Logs.write(
                file,
                List.of(
                        sent(0, CanFrame.classic(0x7E0, HexFormat.of().parseHex("021003CCCCCCCCCC"))),
                        sent(1, CanFrame.classic(0x7E8, HexFormat.of().parseHex("065003003201F4CC"))),
                        sent(2, CanFrame.fd(0x7E0, false, true, HexFormat.of().parseHex("0322F190CCCCCCCC")))));

        assertThat(tshark.lines(
                        "-r",
                        file.toString(),
                        "-o",
                        "iso15765.can.ids:0x7e0,0x7e8",
                        "-d",
                        "iso15765.subdissector,uds",
                        "-T",
                        "fields",
                        "-e",
                        "uds.sid"))
                .containsExactly("0x10", "0x10", "0x22");
    }

    /** tshark 4.0 passes over error frames, lists FD frames as classical ones, and shows some times one nanosecond short. */
    @Test
    void tsharkFindsTheFramesTimesAndChannelsOfABlfLog() throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        List<LogEntry> written = Logs.random(9, 2_000, 1_000);
        Path file = folder.resolve("bus.blf");

        Logs.write(file, written);

        assertThat(tshark.lines(arguments(file, BLF_FIELDS)).stream().map(LogsJudgedByTsharkTest::inMicros))
                .containsExactlyElementsOf(written.stream()
                        .filter(LoggedFrame.class::isInstance)
                        .map(entry -> blfLine((LoggedFrame) entry))
                        .toList());
    }

    /** editcap writes each block anew; tshark copies through its dissector's own model of a capture. */
    @ParameterizedTest
    @ValueSource(strings = {"editcap", "mergecap", "tshark"})
    void whatWiresharkWroteIsReadWithTheSameFramesTimesAndChannels(String program) throws IOException {
        OutsideJudge judge = OutsideJudge.require(program, program.equals("tshark") ? program : "wireshark-common");
        List<LogEntry> written = Logs.random(10, 2_000, 1);
        Path file = folder.resolve("bus.pcapng");
        Path copy = folder.resolve("copy.pcapng");
        Logs.write(file, written);

        judge.lines(
                switch (program) {
                    case "tshark" -> new String[] {"-r", file.toString(), "-w", copy.toString()};
                    case "mergecap" -> new String[] {"-a", "-F", "pcapng", "-w", copy.toString(), file.toString()};
                    default -> new String[] {"-F", "pcapng", file.toString(), copy.toString()};
                });

        assertThat(Logs.read(copy)).containsExactlyElementsOf(written);
    }

    @Test
    void whatText2pcapMadeOfBytesIsRead() throws IOException {
        OutsideJudge text2pcap = OutsideJudge.require("text2pcap", "wireshark-common");
        Path bytes = Files.writeString(folder.resolve("bytes.txt"), """
            2026-11-02T07:00:00.123456789Z
            000000 00 00 07 e0 08 00 00 00 02 10 03 cc cc cc cc cc
            2026-11-02T07:00:00.223456789Z
            000000 98 da 10 f1 0c 07 00 00 06 50 03 00 32 01 f4 cc cc cc cc cc
            2026-11-02T07:00:00.323456789Z
            000000 20 00 00 80 08 00 00 00 00 00 08 00 00 00 00 00
            """, StandardCharsets.US_ASCII);
        Path file = folder.resolve("made.pcapng");

        text2pcap.lines("-q", "-l", "227", "-t", "ISO", bytes.toString(), file.toString());

        long at = Logs.START + 123_456_789;
        assertThat(Logs.read(file).stream().map(LogsJudgedByTsharkTest::onCan0))
                .containsExactly(
                        new LoggedFrame(
                                at,
                                "can0",
                                Direction.RX,
                                CanFrame.classic(0x7E0, HexFormat.of().parseHex("021003CCCCCCCCCC"))),
                        new LoggedFrame(
                                at + 100_000_000,
                                "can0",
                                Direction.RX,
                                CanFrame.fd(
                                                0x18DA10F1,
                                                true,
                                                true,
                                                HexFormat.of().parseHex("065003003201F4CCCCCCCCCC"))
                                        .withEsi(true)),
                        new LoggedError(at + 200_000_000, "can0", new ErrorFrame(0x80, 0x80000000000L)));
    }

    private static LogEntry onCan0(LogEntry entry) {
        return switch (entry) {
            case LoggedFrame frame -> new LoggedFrame(frame.atNanos(), "can0", frame.direction(), frame.frame());
            case LoggedError error -> new LoggedError(error.atNanos(), "can0", error.error());
        };
    }

    private static LogEntry sent(int second, CanFrame frame) {
        return new LoggedFrame(Logs.START + second * 1_000_000_000L, "drive", Direction.TX, frame);
    }

    private static String[] arguments(Path file, String... fields) {
        return Stream.concat(
                        Stream.of("-r", file.toString(), "-T", "fields", "-E", "separator=;"),
                        Stream.of(fields).flatMap(field -> Stream.of("-e", field)))
                .toArray(String[]::new);
    }

    private static String inMicros(String line) {
        int end = line.indexOf(';');
        long nanos = Long.parseLong(line.substring(0, end).replace(".", ""));
        return (nanos + 500) / 1_000 + line.substring(end);
    }

    private static String blfLine(LoggedFrame logged) {
        CanFrame frame = logged.frame();
        return "%d;%s;%s;%d;%d;%d;%d;%s"
                .formatted(
                        logged.atNanos() / 1_000,
                        logged.channel().equals("7") ? "CAN-7" : logged.channel(),
                        way(logged),
                        frame.id(),
                        frame.extended() ? 1 : 0,
                        frame.remote() ? 1 : 0,
                        SocketCan.data(frame).length,
                        HexFormat.of().formatHex(frame.data()));
    }

    private static String way(LoggedFrame logged) {
        return logged.direction() == Direction.TX ? "0x00000002" : "0x00000001";
    }

    private static String line(LogEntry entry) {
        String at = "%d.%09d;%s;"
                .formatted(entry.atNanos() / 1_000_000_000, entry.atNanos() % 1_000_000_000, entry.channel());
        if (!(entry instanceof LoggedFrame logged)) {
            return at + ";;;;1;8;;";
        }
        CanFrame frame = logged.frame();
        return at
                + "%s;%d;%d;%s;%s;%d;%s;%s"
                        .formatted(
                                way(logged),
                                frame.id(),
                                frame.extended() ? 1 : 0,
                                frame.fd() ? "" : frame.remote() ? "1" : "0",
                                frame.fd() ? "" : "0",
                                frame.remote() ? Math.min(frame.dlc(), 8) : frame.length(),
                                frame.fd() ? frame.bitRateSwitch() ? "1" : "0" : "",
                                frame.fd() ? frame.esi() ? "1" : "0" : "");
    }
}
