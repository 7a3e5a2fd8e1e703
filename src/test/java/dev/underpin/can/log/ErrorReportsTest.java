package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus.BusError;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.View;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors on a bus as they stand in its log; numbers from linux/can/error.h. */
class ErrorReportsTest {
    @ParameterizedTest(name = "{0} in {1}, sender {2}")
    @CsvSource({
        "BIT, DATA, true, 288, 0000810A00000809",
        "STUFF, IDENTIFIER, false, 288, 0000040200000809",
        "FORM, EOF, false, 288, 0000021A00000809",
        "CRC, ACK_DELIMITER, false, 288, 0000000800000809",
        "ACK, ACK, true, 2A8, 0000801900000809"
    })
    void an_error_has_its_kind_and_its_place(
            ErrorKind kind, FrameField field, boolean sender, String classes, String data) {
        ErrorFrame frame = ErrorReports.of(new BusError(1, "A", kind, field, sender, 8, 9));

        assertThat(frame.classes()).isEqualTo(HexFormat.fromHexDigits(classes));
        assertThat(HexFormat.of().withUpperCase().formatHex(frame.data())).isEqualTo(data);
    }

    @ParameterizedTest(name = "{0} with {1} and {2}")
    @CsvSource({
        "ERROR_ACTIVE, 95, 0, 204, 0040000000005F00",
        "ERROR_WARNING, 96, 3, 204, 0008000000006003",
        "ERROR_WARNING, 0, 100, 204, 0004000000000064",
        "ERROR_PASSIVE, 128, 128, 204, 0030000000008080",
        "BUS_OFF, 256, 0, 240, 000000000000FF00"
    })
    void a_change_of_state_says_which_counter_made_it(
            ControllerState state, int transmit, int receive, String classes, String data) {
        ErrorFrame frame = ErrorReports.of(state, transmit, receive);

        assertThat(frame.classes()).isEqualTo(HexFormat.fromHexDigits(classes));
        assertThat(HexFormat.of().withUpperCase().formatHex(frame.data())).isEqualTo(data);
    }

    @Test
    void a_bit_inverted_at_one_receiver_is_one_error_frame_of_each_node_that_found_it() throws IOException {
        assertThat(disturbedOnce().lines().map(line -> line.substring(line.indexOf(')') + 2)))
                .containsExactly(
                        "drive 20000288#0000040A00000001",
                        "drive 20000288#0000810A00000800",
                        "drive 123#0011223344556677");
    }

    @Test
    void tshark_reads_error_frames_and_frames_of_the_same_log(@TempDir Path folder) throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        Path log = Files.writeString(folder.resolve("bus.log"), disturbedOnce());

        assertThat(tshark.lines("-r", log.toString(), "-T", "fields", "-e", "can.flags.err", "-e", "_ws.malformed"))
                .hasSize(3)
                .noneMatch(line -> line.contains("Malformed"));
    }

    @Test
    void the_raw_data_length_code_is_kept() throws IOException {
        FrameLog log = new History().frames("drive");
        FrameRecorder recorder = new FrameRecorder(log);
        recorder.frame(0, "A", CanFrame.classic(0x123, new byte[8]).withRawDlc(15));
        recorder.frame(0, "A", CanFrame.classic(0x123, new byte[8]));

        assertThat(text(log).lines().map(line -> line.substring(line.lastIndexOf(' ') + 1)))
                .containsExactly("123#0000000000000000_F", "123#0000000000000000");
        assertThat(log.flags(0)).isZero();
    }

    private static String disturbedOnce() throws IOException {
        VirtualScheduler time = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
        FrameLog log = new History().frames("drive");
        bus.observe(new FrameRecorder(log));
        CanPort sender = bus.attach("A");
        bus.attach("B");
        bus.disturb(new FlipBit(FrameFilter.id(0x123), 1, BitPlace.stuffBit(FrameField.DATA, 0), View.of("B")));
        sender.send(CanFrame.classic(0x123, HexFormat.of().parseHex("0011223344556677")));
        time.runUntil(Nanos.SECOND);
        return text(log);
    }

    private static String text(FrameLog log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Candump.write(log, Instant.parse("2026-11-02T07:00:00Z"), out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
