package dev.underpin.defect;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Nanos;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.vehicle.Fitting;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Defects of what passes between control units. */
final class TransportDefects {
    private static final String UNITS = "remote-diagnostics/control-units.feature";
    private static final String TIMES = "@ECU-03";
    private static final String CLEARING = "@ECU-08";
    private static final String SMALL = "ota-update/postconditions.feature";
    private static final String INSTALLED = "@OTA-M5";
    private static final int BMS_RESPONSE = 0x7EC;

    private TransportDefects() {}

    static List<Defect> ofTheFrames() {
        return List.of(
                Defect.of(
                                "wrong-sequence-number",
                                Area.TRANSPORT,
                                "B6",
                                "consecutive frames carry the number of the frame before")
                        .breaking(UNITS, CLEARING, "ECU-08|UDS-SILENCE")
                        .vehicle(() -> Wire.sending(
                                "THM",
                                frame -> isConsecutive(frame, 0x73B) ? List.of(firstByte(frame, -1)) : List.of(frame))),
                Defect.of(
                                "loses-consecutive-frames",
                                Area.TRANSPORT,
                                "T1",
                                "the second consecutive frame of a message is never sent")
                        .breaking(UNITS, CLEARING, "ECU-08|UDS-SILENCE")
                        .vehicle(() -> Wire.sending(
                                "THM",
                                frame -> isConsecutive(frame, 0x73B) && (frame.data()[0] & 0x0F) == 2
                                        ? List.of()
                                        : List.of(frame))),
                Defect.of("doubles-consecutive-frames", Area.TRANSPORT, "T1", "each consecutive frame is sent twice")
                        .breaking(UNITS, CLEARING, "ECU-08|UDS-SILENCE")
                        .vehicle(() -> Wire.sending(
                                "THM", frame -> isConsecutive(frame, 0x73B) ? List.of(frame, frame) : List.of(frame))),
                Defect.of(
                                "length-too-great",
                                Area.TRANSPORT,
                                "B4",
                                "single frames announce a byte more than the message has")
                        .breaking(UNITS, TIMES, "UDS-ANSWER|ECU-03")
                        .vehicle(() -> Wire.sending(
                                "THM",
                                frame -> frame.id() == 0x73B && (frame.data()[0] & 0xF0) == 0 && frame.data()[0] < 7
                                        ? List.of(firstByte(frame, 1))
                                        : List.of(frame))),
                Defect.of(
                                "answers-under-foreign-identifier",
                                Area.TRANSPORT,
                                "T15",
                                "a control unit answers under an identifier of nobody")
                        .breaking(UNITS, TIMES, "UDS-SILENCE|ECU-03")
                        .vehicle(() -> Wire.sending(
                                "THM",
                                frame -> List.of(frame.id() == 0x73B ? CanFrame.classic(0x73C, frame.data()) : frame))),
                Defect.of(
                                "deaf-to-flow-control",
                                Area.TRANSPORT,
                                "T2",
                                "a control unit does not hear that it may go on")
                        .breaking(UNITS, CLEARING, "ECU-08|UDS-SILENCE")
                        .vehicle(() -> Wire.hearing(
                                "THM",
                                frame -> frame.id() == 0x733 && (frame.data()[0] & 0xF0) == 0x30
                                        ? List.of()
                                        : List.of(frame))),
                Defect.of(
                                "overflows-at-once",
                                Area.TRANSPORT,
                                "T2",
                                "a control unit says overflow to every longer request")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Wire.sending(
                                "BMS", frame -> isFlowControl(frame) ? List.of(firstByte(frame, 2)) : List.of(frame))),
                Defect.of(
                                "waits-without-end",
                                Area.TRANSPORT,
                                "T2",
                                "a control unit lets the sender of a longer request wait for ever")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Wire.sending(
                                "BMS", frame -> isFlowControl(frame) ? List.of(firstByte(frame, 1)) : List.of(frame))),
                Defect.of(
                                "flow-control-never-sent",
                                Area.TRANSPORT,
                                "T2",
                                "a control unit never lets a longer request go on")
                        .breaking(SMALL, INSTALLED, "OTA-M5")
                        .vehicle(() -> Wire.sending("BMS", frame -> isFlowControl(frame) ? List.of() : List.of(frame))),
                Defect.of(
                                "ignores-separation-time",
                                Area.TRANSPORT,
                                "T3",
                                "a control unit sends consecutive frames faster than it was asked to")
                        .breaking(UNITS, CLEARING, "TP-STMIN")
                        .vehicle(() -> Wire.hearing(
                                "THM",
                                frame -> frame.id() == 0x733 && (frame.data()[0] & 0xF0) == 0x30
                                        ? List.of(without(frame, 2))
                                        : List.of(frame))),
                Defect.of(
                                "does-not-pad",
                                Area.TRANSPORT,
                                "ISO 15765-4",
                                "diagnostic frames are shorter than eight bytes")
                        .breaking(UNITS, TIMES, "TP-PADDING")
                        .vehicle(() -> Wire.sending(
                                "THM",
                                frame -> frame.id() == 0x73B && (frame.data()[0] & 0xF0) == 0
                                        ? List.of(CanFrame.classic(
                                                frame.id(), Arrays.copyOf(frame.data(), 1 + frame.data()[0])))
                                        : List.of(frame))),
                Defect.of(
                                "never-back-after-bus-off",
                                Area.TRANSPORT,
                                "B7",
                                "a control unit never comes back after bus-off")
                        .breaking("remote-diagnostics/transport-faults.feature", "@B7", "B7")
                        .vehicle(() -> Wire.neverBack("BRK")),
                Defect.of("vital-frame-missing", Area.TRANSPORT, "ECU-11", "the brakes no longer tell speed and slope")
                        .breaking("faults/ota-vehicle.feature", "@ota-D5", "ota-D5")
                        .vehicle(() -> Wire.sending("BRK", frame -> frame.id() == 599 ? List.of() : List.of(frame))));
    }

    static List<Defect> ofThePatience() {
        return List.of(
                Defect.of(
                                "waits-too-long",
                                Area.TRANSPORT,
                                "GW-07",
                                "the telematics unit waits for ever when it is asked to")
                        .breaking("remote-diagnostics/transport-faults.feature", "@B2", "B2")
                        .vehicle(() -> patient(it -> it.pendingAtMost(Nanos.HOUR))),
                Defect.of("asks-without-end", Area.TRANSPORT, "GW-08", "a busy control unit is asked again and again")
                        .breaking("remote-diagnostics/transport-faults.feature", "@B3", "B3")
                        .vehicle(() -> patient(it -> new ClientTiming(
                                it.p2(), it.p2Star(), it.pendingTotal(), it.retryAfter(), 100, it.repeats(), it.s3()))),
                Defect.of(
                                "asks-at-once-again",
                                Area.TRANSPORT,
                                "GW-08",
                                "a busy control unit is asked again without a pause")
                        .breaking("remote-diagnostics/transport-faults.feature", "@B3", "B3")
                        .vehicle(() -> patient(it -> new ClientTiming(
                                it.p2(),
                                it.p2Star(),
                                it.pendingTotal(),
                                5 * Nanos.MILLISECOND,
                                it.retries(),
                                it.repeats(),
                                it.s3()))),
                Defect.of(
                                "session-not-kept-alive",
                                Area.TRANSPORT,
                                "B11",
                                "nobody keeps the session of a long installation alive")
                        .breaking("ota-update/main.feature", "@OTA-G1 and @OTA-M4", "OTA-Q3|OTA-Q1|V8|V32")
                        .vehicle(() -> Tester.grantingAll("3E80", "")));
    }

    private static Fitting patient(UnaryOperator<ClientTiming> change) {
        return new Fitting() {
            @Override
            public ClientTiming patience(ClientTiming timing) {
                return change.apply(timing);
            }
        };
    }

    private static boolean isConsecutive(CanFrame frame, int id) {
        return frame.id() == id && (frame.data()[0] & 0xF0) == 0x20;
    }

    private static boolean isFlowControl(CanFrame frame) {
        return frame.id() == BMS_RESPONSE && (frame.data()[0] & 0xF0) == 0x30;
    }

    private static CanFrame firstByte(CanFrame frame, int more) {
        byte[] data = frame.data();
        data[0] = (byte) ((data[0] & 0xF0) | ((data[0] + more) & 0x0F));
        return Wire.with(frame, data);
    }

    private static CanFrame without(CanFrame frame, int index) {
        byte[] data = frame.data();
        data[index] = 0;
        return Wire.with(frame, data);
    }
}
