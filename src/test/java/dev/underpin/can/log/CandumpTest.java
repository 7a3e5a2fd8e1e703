package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.CanFrame;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandumpTest {
    private static final Instant START = Instant.parse("2026-11-02T07:00:00Z");

    private static FrameLog log(CanFrame... frames) {
        FrameLog log = new History().frames("drive");
        FrameRecorder recorder = new FrameRecorder(log);
        long at = 1_234_567;
        for (CanFrame frame : frames) {
            recorder.frame(at, "A", frame);
            at += Nanos.SECOND + Nanos.MILLISECOND;
        }
        return log;
    }

    private static FrameLog everyKind() {
        return log(
                CanFrame.classic(0x7E0, HexFormat.of().parseHex("021003CCCCCCCCCC")),
                CanFrame.extended(0x18DA10F1, (byte) 0x3E),
                CanFrame.remote(0x123, false, 8),
                CanFrame.fd(0x7E8, false, true, HexFormat.of().parseHex("065003003201F4CCCCCCCCCC")),
                CanFrame.fd(0x1FFFFFFF, true, false),
                CanFrame.classic(0));
    }

    private static String text(FrameLog log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Candump.write(log, START, out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void writesEachKindOfFrameAsCandumpDoes() throws IOException {
        assertThat(text(everyKind()).lines())
                .containsExactly(
                        "(1793602800.001234) drive 7E0#021003CCCCCCCCCC",
                        "(1793602801.002234) drive 18DA10F1#3E",
                        "(1793602802.003234) drive 123#R8",
                        "(1793602803.004234) drive 7E8##1065003003201F4CCCCCCCCCC",
                        "(1793602804.005234) drive 1FFFFFFF##0",
                        "(1793602805.006234) drive 000#");
    }

    @Test
    void writesErrorFramesWithEightDigits() throws IOException {
        FrameLog log = new History().frames("drive");
        log.append(0, FrameLog.ID_ERROR | 0x40, 0, new byte[8]);

        assertThat(text(log)).isEqualTo("(1793602800.000000) drive 20000040#0000000000000000\n");
    }

    @Test
    void whatARunRecordedIsReadBack() throws IOException {
        List<LogEntry> read = Logs.read(LogFormat.CANDUMP, text(everyKind()).getBytes(StandardCharsets.US_ASCII));

        assertThat(read).hasSize(6);
        assertThat(read.get(3))
                .isEqualTo(new LoggedFrame(
                        1_793_602_803_004_234_000L,
                        "drive",
                        Direction.RX,
                        CanFrame.fd(0x7E8, false, true, HexFormat.of().parseHex("065003003201F4CCCCCCCCCC"))));
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1793602800.001234) drive 7E0#02 | 2:1: expected (seconds.micros) and a blank, found \"1793",
                "(1793602800.001234) drive  | 2:21: expected the name of a bus and a blank, found \"drive\"",
                "(1793602800.001234) drive 7E#02 | 2:27: expected an identifier of 3 or 8 hexadecimal digits and #,"
                        + " found",
                "(1793602800.001234) drive 7E0#023 | 2:33: expected pairs of hexadecimal digits that fit",
                "(1793602800.001234) drive 7E0#001122334455667788 | found \"88\"",
                "(9999999999.000000) drive 7E0#00 | 2:1: expected a time from 1970 to 2262, found 9999999999 units",
                "(1793602800.001234) drive 800#00 | expected an identifier of 11 bits, up to 7FF, found 800",
                "(1793602800.001234) drive 87654321#00 | 2:27: expected an identifier of at most 29 bits, or an error"
                        + " class",
                "(1793602800.001234) drive 123##0112233445566778899 | expected 0..8, 12, 16, 20, 24, 32, 48 or 64"
                        + " bytes",
            })
    void aWrongLineIsToldWithItsPlace(String line, String complaint) {
        byte[] text = ("\n" + line + "\n").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> Logs.read(LogFormat.CANDUMP, text))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("bus:2:")
                .hasMessageContaining(complaint);
    }

    @Test
    void tsharkReadsWhatWasWritten(@TempDir Path folder) throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        Path file = folder.resolve("bus.log");
        try (OutputStream out = Files.newOutputStream(file)) {
            Candump.write(everyKind(), START, out);
        }

        List<String> lines = tshark.lines(
                "-r",
                file.toString(),
                "-T",
                "fields",
                "-E",
                "separator=;",
                "-e",
                "frame.time_epoch",
                "-e",
                "can.id",
                "-e",
                "can.len",
                "-e",
                "canfd.flags.brs",
                "-e",
                "can.flags.rtr");

        assertThat(lines)
                .containsExactly(
                        "1793602800.001234000;2016;8;;0",
                        "1793602801.002234000;416944369;1;;0",
                        "1793602802.003234000;291;8;;1",
                        "1793602803.004234000;2024;12;1;",
                        "1793602804.005234000;536870911;0;0;",
                        "1793602805.006234000;0;0;;0");
    }

    @Test
    void tsharkFindsTheDiagnosticServices(@TempDir Path folder) throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        Path file = folder.resolve("bus.log");
        FrameLog log = log(
                CanFrame.classic(0x7E0, HexFormat.of().parseHex("021003CCCCCCCCCC")),
                CanFrame.classic(0x7E8, HexFormat.of().parseHex("065003003201F4CC")));
        try (OutputStream out = Files.newOutputStream(file)) {
            Candump.write(log, START, out);
        }

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
                .containsExactly("0x10", "0x10");
    }
}
