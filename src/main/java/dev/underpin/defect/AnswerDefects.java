package dev.underpin.defect;

import dev.underpin.time.Nanos;
import dev.underpin.uds.server.ServerTiming;
import java.util.List;
import java.util.Optional;

/** Defects of what diagnostic servers answer, and when. */
final class AnswerDefects {
    private static final String UNITS = "remote-diagnostics/control-units.feature";
    private static final String PROGRAMMING = "ota-update/control-units.feature";
    private static final String WRONG = "@ECU-01";
    private static final String TIMES = "@ECU-03";
    private static final String CLEARING = "@ECU-08";
    private static final String SINGLE = "@V12 and not @V37";

    private AnswerDefects() {}

    static List<Defect> ofTheWords() {
        return List.of(
                Defect.of("length-not-looked-at", Area.ECU, "ECU-01", "a request that is too long is answered")
                        .breaking(UNITS, WRONG, "ECU-01|UDS-ANSWER")
                        .vehicle(() ->
                                Server.hearing("THM", pdu -> Optional.of(pdu.startsWith("22F190") ? "22F190" : pdu))),
                Defect.of(
                                "unknown-service-refused-wrongly",
                                Area.ECU,
                                "ECU-01",
                                "an unknown service is refused as if it were known")
                        .breaking(UNITS, WRONG, "ECU-01|UDS-ANSWER")
                        .vehicle(() ->
                                Server.saying("THM", (request, pdu) -> List.of(pdu.equals("7FBA11") ? "7FBA12" : pdu))),
                Defect.of("unknown-service-unanswered", Area.ECU, "ECU-01", "an unknown service is met with silence")
                        .breaking(UNITS, WRONG, "ECU-01|UDS-SILENCE")
                        .vehicle(() -> Server.hearing(
                                "THM", pdu -> pdu.startsWith("BA") ? Optional.empty() : Optional.of(pdu))),
                Defect.of(
                                "unknown-sub-function-refused-wrongly",
                                Area.ECU,
                                "ECU-01",
                                "an unknown sub-function is refused as out of range")
                        .breaking(UNITS, WRONG, "ECU-01|UDS-ANSWER")
                        .vehicle(() ->
                                Server.saying("THM", (request, pdu) -> List.of(pdu.equals("7F1912") ? "7F1931" : pdu))),
                Defect.of(
                                "session-not-asked-for-told-wrongly",
                                Area.ECU,
                                "ECU-01",
                                "what the session forbids is refused as if it did not exist")
                        .breaking(UNITS, WRONG, "ECU-01")
                        .vehicle(() ->
                                Server.saying("THM", (request, pdu) -> List.of(pdu.equals("7F317F") ? "7F3111" : pdu))),
                Defect.of(
                                "suppress-bit-ignored",
                                Area.ECU,
                                "ECU-03",
                                "what the tester does not want to hear is said all the same")
                        .breaking(UNITS, TIMES, "ECU-03|UDS-ANSWER")
                        .vehicle(() -> Server.hearing("THM", pdu -> Optional.of(pdu.equals("3E80") ? "3E00" : pdu))),
                Defect.of(
                                "suppress-bit-swallows-work",
                                Area.ECU,
                                "ECU-03",
                                "a request whose answer is not wanted is not carried out")
                        .breaking(UNITS, TIMES, "ECU-03")
                        .vehicle(() -> Server.hearing(
                                "THM", pdu -> pdu.startsWith("1083") ? Optional.empty() : Optional.of(pdu))),
                Defect.of("session-told-wrongly", Area.ECU, "ECU-04", "the active session is told as another")
                        .breaking(UNITS, TIMES, "ECU-03")
                        .vehicle(() -> Server.saying(
                                "THM", (request, pdu) -> List.of(pdu.equals("62F18603") ? "62F18601" : pdu))),
                Defect.of(
                                "other-identifier-told",
                                Area.ECU,
                                "B4",
                                "a value comes under the number of another identifier")
                        .breaking(UNITS, TIMES, "UDS-ANSWER|ECU-03")
                        .vehicle(() -> Server.saying(
                                "THM",
                                (request, pdu) ->
                                        List.of(pdu.startsWith("62F186") ? "62F187" + pdu.substring(6) : pdu))),
                Defect.of("refusal-of-two-bytes", Area.ECU, "ECU-01", "a refusal has no code")
                        .breaking(UNITS, WRONG, "UDS-ANSWER|ECU-01")
                        .vehicle(() ->
                                Server.saying("THM", (request, pdu) -> List.of(pdu.startsWith("7F22") ? "7F22" : pdu))),
                Defect.of(
                                "code-of-no-service",
                                Area.ECU,
                                "ECU-01",
                                "a refusal gives a code that its service does not have")
                        .breaking(UNITS, WRONG, "UDS-ANSWER|ECU-01")
                        .vehicle(() ->
                                Server.saying("THM", (request, pdu) -> List.of(pdu.equals("7F2231") ? "7F2273" : pdu))),
                Defect.of(
                                "service-of-others-answered",
                                Area.ECU,
                                "B4",
                                "an answer carries the number of another service")
                        .breaking(UNITS, TIMES, "UDS-UNASKED|UDS-SILENCE|ECU-03")
                        .vehicle(() -> Server.saying(
                                "THM",
                                (request, pdu) -> List.of(pdu.startsWith("62") ? "63" + pdu.substring(2) : pdu))));
    }

    static List<Defect> ofTheTimes() {
        return List.of(
                Defect.of(
                                "times-told-wrongly",
                                Area.ECU,
                                "ECU-02",
                                "the session control tells other times than are kept")
                        .breaking(UNITS, TIMES, "ECU-03")
                        .vehicle(() -> Server.saying(
                                "THM",
                                (request, pdu) ->
                                        List.of(pdu.startsWith("50") ? pdu.substring(0, 4) + "00000000" : pdu))),
                Defect.of(
                                "session-answer-too-short",
                                Area.ECU,
                                "ECU-02",
                                "the answer to a change of session lacks its times")
                        .breaking(UNITS, TIMES, "UDS-ANSWER|ECU-03")
                        .vehicle(() -> Server.saying(
                                "THM", (request, pdu) -> List.of(pdu.startsWith("50") ? pdu.substring(0, 4) : pdu))),
                Defect.of("answers-too-late", Area.ECU, "ECU-02", "the first answer comes long after P2")
                        .breaking(UNITS, TIMES, "UDS-TIME|ECU-03")
                        .vehicle(() -> Units.timing(
                                "THM",
                                it -> new ServerTiming(
                                        200 * Nanos.MILLISECOND,
                                        it.p2(),
                                        it.p2Star(),
                                        Nanos.SECOND,
                                        it.nextPending(),
                                        it.s3(),
                                        it.keyAttempts(),
                                        it.keyDelay()))),
                Defect.of(
                                "asks-to-wait-without-end",
                                Area.ECU,
                                "GW-07",
                                "a control unit asks to wait and never answers")
                        .breaking(UNITS, CLEARING, "UDS-SILENCE|ECU-08")
                        .vehicle(() -> Server.saying(
                                "THM", (request, pdu) -> List.of(pdu.startsWith("5902") ? "7F1978" : pdu))),
                Defect.of("answers-after-the-answer", Area.ECU, "B5", "after the last word another one comes")
                        .breaking(UNITS, TIMES, "UDS-UNASKED|UDS-ANSWER")
                        .vehicle(() -> Server.saying(
                                "THM",
                                (request, pdu) -> pdu.startsWith("62F186") ? List.of(pdu, "7F2278") : List.of(pdu))),
                Defect.of(
                                "asks-to-wait-too-often",
                                Area.ECU,
                                "B2",
                                "a control unit asks to wait a hundred times a second")
                        .breaking(PROGRAMMING, SINGLE, "UDS-TIME")
                        .vehicle(() -> Units.timing(
                                "INV",
                                it -> timing(
                                        it,
                                        it.firstPending(),
                                        10 * Nanos.MILLISECOND,
                                        it.s3(),
                                        it.keyAttempts(),
                                        it.keyDelay()))),
                Defect.of(
                                "never-asks-to-wait",
                                Area.ECU,
                                "ECU-02",
                                "a control unit works for seconds without asking to wait")
                        .breaking(PROGRAMMING, SINGLE, "UDS-TIME|V12")
                        .vehicle(() -> Units.timing(
                                "INV",
                                it -> timing(
                                        it, Nanos.HOUR, it.nextPending(), it.s3(), it.keyAttempts(), it.keyDelay()))));
    }

    private static ServerTiming timing(
            ServerTiming it, long firstPending, long nextPending, long s3, int keyAttempts, long keyDelay) {
        return new ServerTiming(it.think(), it.p2(), it.p2Star(), firstPending, nextPending, s3, keyAttempts, keyDelay);
    }
}
