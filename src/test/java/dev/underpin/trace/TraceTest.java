package dev.underpin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.CanFrame;
import dev.underpin.can.RandomFrames;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final List<String> BUSES = List.of("drive", "chassis", "can0");

    @Test
    void a_conversation_reads_as_it_was_held() {
        List<LogEntry> log = Logs.on(
                "drive",
                "118#2000000000000003",
                "7E4#0322F190CCCCCCCC",
                "7EC#101462F190575550",
                "7E4#300000CCCCCCCCCC",
                "7EC#214C583345563754",
                "7EC#2231303030303437",
                "7E4#02110ACCCCCCCCCC",
                "7EC#037F1112CCCCCCCC");

        assertThat(Logs.traced(log)).isEqualTo("""
                    0.001000  drive     118       VCU_DriveState                8  20 00 00 00 00 00 00 03  DriveReady=No  DriveInhibit=No  Gear=P  Refusal=IgnitionOff  Speed=0 km/h  Accelerator=0 %  Brake=0 %  Counter=3
                    0.002000  drive     7E4       BMS request                   8  03 22 F1 90 CC CC CC CC  SF 3
                    0.002000  drive     UDS       BMS request                   3  22 F1 90                 ReadDataByIdentifier F190 Vin
                    0.003000  drive     7EC       BMS response                  8  10 14 62 F1 90 57 55 50  FF 20
                    0.004000  drive     7E4       BMS request                   8  30 00 00 CC CC CC CC CC  FC continue, BS 0, STmin 0 ms
                    0.005000  drive     7EC       BMS response                  8  21 4C 58 33 45 56 37 54  CF 1
                    0.006000  drive     7EC       BMS response                  8  22 31 30 30 30 30 34 37  CF 2
                    0.006000  drive     UDS       BMS response                 20  62 F1 90 57 55 50 +14    ReadDataByIdentifier F190 Vin=WUPLX3EV7T1000047
                    0.007000  drive     7E4       BMS request                   8  02 11 0A CC CC CC CC CC  SF 2
                    0.007000  drive     UDS       BMS request                   2  11 0A                    ECUReset sub-function 0A
                    0.008000  drive     7EC       BMS response                  8  03 7F 11 12 CC CC CC CC  SF 3
                    0.008000  drive     UDS       BMS response                  3  7F 11 12                 ECUReset: NRC 12 subFunctionNotSupported
                """);
    }

    @Test
    void frames_of_every_kind_and_error_frames_show_what_they_are() {
        List<LogEntry> log = List.of(
                logged(1, CanFrame.remote(0x118, false, 8), Direction.RX),
                logged(2, CanFrame.extended(0x18DA10F1, (byte) 1), Direction.TX),
                logged(3, CanFrame.fd(0x050, false, true, new byte[20]).withEsi(true), Direction.RX),
                logged(4, CanFrame.classic(0x118, (byte) 1), Direction.RX),
                new LoggedError(Logs.START + 5 * Nanos.MILLISECOND, "drive", new ErrorFrame(0x20, 0)));

        assertThat(Logs.traced(log)).isEqualTo("""
                    0.001000  drive     118       VCU_DriveState          R     8                           asks for it
                    0.002000  drive     18DA10F1                          T     1  01
                    0.003000  drive     050                               FBE  20  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 +4
                    0.004000  drive     118       VCU_DriveState                1  01                       too short: 1 of 8 bytes
                    0.005000  drive     ERROR     error frame                   0                           no acknowledgement
                """);
    }

    @Test
    void for_programs_every_byte_stands_between_tabulators() {
        List<LogEntry> log = List.of(logged(1, CanFrame.fd(0x050, false, false, new byte[20]), Direction.TX));

        assertThat(Logs.traced(log, trace(Selection.ALL, null, Decode.NONE, Layout.tabs())))
                .isEqualTo("0.001000000\tdrive\t050\tFT\t20\t" + "00".repeat(20) + "\t\t\n");
    }

    @ParameterizedTest
    @CsvSource({"SIGNALS, true, false", "UDS, false, true", "BOTH, true, true", "NONE, false, false"})
    void only_what_was_asked_for_is_taken_apart(Decode decode, boolean signals, boolean uds) {
        String text = Logs.traced(
                Logs.on("drive", "118#2000000000000003", "7E4#0322F190CCCCCCCC"),
                trace(Selection.ALL, null, decode, Layout.columns(false)));

        assertThat(text.contains("Gear=P")).isEqualTo(signals);
        assertThat(text.contains("ReadDataByIdentifier")).isEqualTo(uds);
        assertThat(text).contains("118", "7E4");
    }

    @Test
    void a_control_unit_is_shown_with_what_it_sends_and_what_is_asked_of_it_or_of_all() {
        List<LogEntry> log =
                Logs.on("drive", "118#00", "132#00", "7E0#023E00", "7E4#023E00", "7EC#027E00", "7DF#023E80", "400#00");

        assertThat(ids(Logs.traced(log, trace(Selection.ALL, "BMS", Decode.NONE, Layout.tabs()))))
                .containsExactly("132", "7E4", "7EC", "7DF");
    }

    @Test
    void an_address_holds_on_its_own_bus_alone() {
        assertThat(Logs.traced(Logs.on("drive", "7E4#023E00"))).contains("TesterPresent");
        assertThat(Logs.traced(Logs.on("chassis", "7E4#023E00"))).doesNotContain("TesterPresent");
        assertThat(Logs.traced(Logs.on("can0", "7E4#023E00"))).contains("TesterPresent");
    }

    @Test
    void a_message_that_began_before_the_window_is_whole_in_it() {
        List<LogEntry> log = Logs.on("drive", "7EC#101462F190575550", "7EC#214C583345563754", "7EC#2231303030303437");
        Selection late = new Selection(null, IdRanges.ALL, 3 * Nanos.MILLISECOND, Long.MAX_VALUE);

        assertThat(Logs.traced(log, trace(late, null, Decode.BOTH, Layout.columns(false))))
                .contains("CF 2", "Vin=WUPLX3EV7T1000047")
                .doesNotContain("CF 1");
    }

    @Test
    void buses_identifiers_and_times_choose() {
        List<LogEntry> log = Logs.on("drive", "118#00", "119#00", "11A#00", "11B#00");
        Selection some =
                new Selection("drive", IdRanges.parse("118-11A"), 2 * Nanos.MILLISECOND, 3 * Nanos.MILLISECOND);

        assertThat(ids(Logs.traced(log, trace(some, null, Decode.NONE, Layout.tabs()))))
                .containsExactly("119", "11A");
        assertThat(Logs.traced(Logs.on("chassis", "119#00"), trace(some, null, Decode.NONE, Layout.tabs())))
                .isEmpty();
    }

    @Test
    void a_control_unit_that_nobody_knows_is_a_mistake() {
        assertThatThrownBy(() -> trace(Selection.ALL, "XYZ", Decode.BOTH, Layout.tabs()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("--ecu: expected one of ADAS, BMS,")
                .hasMessageContaining("found \"XYZ\"");
    }

    @Test
    void what_was_on_the_wire_does_not_command_the_terminal() {
        List<LogEntry> log = Logs.on("drive", "7EC#101462F1901B5B32", "7EC#214A583345563754", "7EC#2231303030303437");

        assertThat(Logs.traced(log)).contains("Vin=?[2JX").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_entry_is_there_once_and_in_order_when_nothing_is_filtered(long seed) {
        List<LogEntry> log = random(seed);

        List<String> told = Logs.traced(log, trace(Selection.ALL, null, Decode.BOTH, Layout.tabs()))
                .lines()
                .filter(line -> !line.contains("\tUDS\t"))
                .map(line -> String.join(" ", List.of(line.split("\t")).subList(0, 3)))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(log.stream()
                        .map(entry -> "%d.%09d %s %s"
                                .formatted(
                                        (entry.atNanos() - Logs.START) / Nanos.SECOND,
                                        (entry.atNanos() - Logs.START) % Nanos.SECOND,
                                        entry.channel(),
                                        entry instanceof LoggedFrame logged ? FrameId.of(logged.frame()) : "ERROR"))
                        .toList());
    }

    private static List<LogEntry> random(long seed) {
        Entropy entropy = new Entropy(seed);
        List<LogEntry> log = new ArrayList<>();
        long[] at = {Logs.START};
        RandomFrames.of(seed, 3_000).forEach(frame -> {
            at[0] += entropy.below(50 * Nanos.MILLISECOND);
            String bus = BUSES.get((int) entropy.below(BUSES.size()));
            CanFrame sent = entropy.below(3) == 0 ? frame.withId(0x7E0 + (int) entropy.below(16), false) : frame;
            log.add(
                    entropy.below(10) == 0
                            ? new LoggedError(
                                    at[0],
                                    bus,
                                    new ErrorFrame((int) entropy.below(0x400), entropy.below(Long.MAX_VALUE)))
                            : new LoggedFrame(at[0], bus, Direction.RX, sent));
        });
        return log;
    }

    private static List<String> ids(String tabs) {
        return tabs.lines().map(line -> line.split("\t")[2]).toList();
    }

    private static Trace trace(Selection selection, String ecu, Decode decode, Layout layout) {
        return new Trace(Logs.words(), selection, ecu, decode, layout);
    }

    private static LogEntry logged(int millis, CanFrame frame, Direction direction) {
        return new LoggedFrame(Logs.START + millis * Nanos.MILLISECOND, "drive", direction, frame);
    }
}
