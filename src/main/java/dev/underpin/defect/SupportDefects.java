package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.screen.View;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Defects that the contract of remote diagnostics finds. */
final class SupportDefects {
    private static final String ENTRY = "remote-diagnostics/preconditions.feature";
    private static final String MAIN = "remote-diagnostics/main.feature";
    private static final String DETOUR = "remote-diagnostics/alternative.feature";
    private static final String END = "remote-diagnostics/postconditions.feature";
    private static final int THM_ALIVE = 1300;
    private static final int THM_RESPONSE = 0x73B;
    private static final int LAMPS = 2;
    private static final String CLOGGED = "@RD-G2";
    private static final String WORN = "@RD-M5 and not @RD-G2";
    private static final String SILENT = "@RD-M3 and not @RD-G2";
    private static final String MOVING = "@RD-G1 and not @RD-M3";
    private static final String BY_PHONE = "@RD-A5";
    private static final String BY_APP = "@RD-A4 and not @RD-A5";
    private static final String MET = "@RD-M3";
    private static final String RESOLVED = "@RD-Q1";
    private static final String UNRESOLVED = "@RD-Q2";

    private SupportDefects() {}

    static List<Defect> ofTheWayIn() {
        return List.of(
                Defect.of(
                                "refusal-for-another-reason",
                                Area.SCREEN,
                                "GW-19",
                                "remote diagnostics refuses for another reason than the connection")
                        .breaking(ENTRY, "@RD-P3 and not @RD-M2", "RD-P3")
                        .vehicle(() -> Picture.of("diag.refused", view -> view.because("not-registered"))),
                Defect.of(
                                "outdated-vehicle-let-in",
                                Area.DIAGNOSTICS,
                                "RD-P1",
                                "a vehicle with outdated software is let in")
                        .breaking(ENTRY, "@RD-P1 and not @RD-M2", "RD-P1")
                        .vehicle(() -> letIn()),
                Defect.of("unregistered-driver-let-in", Area.DIAGNOSTICS, "RD-P2", "an unregistered driver is let in")
                        .breaking(ENTRY, "@RD-P2 and not @RD-M2", "RD-P2")
                        .vehicle(() -> letIn()),
                Defect.of("refusal-taken-for-consent", Area.SCREEN, "H4", "a refused consent counts as given")
                        .breaking(ENTRY, "@RD-P4 and not @RD-M2", "RD-P4")
                        .vehicle(() -> Fingers.taking("Don't Allow", "Allow")),
                Defect.of(
                                "shares-without-answer",
                                Area.DIAGNOSTICS,
                                "CS-08",
                                "the vehicle shares data without an answer")
                        .breaking(ENTRY, "@RD-P4 and not @RD-M2", "CS-08")
                        .vehicle(() -> Unasked.answer("diag.consent", "Allow")),
                Defect.of("diagnostics-button-dead", Area.SCREEN, "H1", "the Diagnostics button does nothing")
                        .breaking(ENTRY, MET, "RD-M2")
                        .vehicle(() -> Fingers.deafTo("Diagnostics")),
                Defect.of("role-not-told", Area.SCREEN, "HMI-02", "the driver is not told who is connected")
                        .breaking(ENTRY, MET, "RD-M3")
                        .vehicle(() -> Picture.of(
                                "diag.session",
                                view -> View.of("diag.session", "Connected").withButtons("End Now"))),
                Defect.of("warning-never-lit", Area.ECU, "ECU-06", "the warning light is never lit")
                        .breaking(MAIN, CLOGGED, "RD-M1")
                        .vehicle(() -> Frames.heard(
                                "IPC", Map.of(THM_ALIVE, data -> Arrays.fill(data, LAMPS, data.length, (byte) 0)))),
                Defect.of(
                                "call-for-support-unanswered",
                                Area.CLOUD,
                                "SC-07",
                                "the vehicle does not answer a call for support")
                        .breaking(DETOUR, BY_APP, "RD-A3")
                        .vehicle(() -> Radio.answering(
                                "GET", ".*/mailbox.*", body -> body.replace("\"open-session\"", "\"other\""))));
    }

    static List<Defect> ofTheSession(EcuTable table) {
        return List.of(
                Defect.of("answers-twice", Area.TRANSPORT, "B5", "a control unit says its answers twice")
                        .breaking(MAIN, MOVING, "UDS-UNASKED")
                        .vehicle(() -> Wire.sending(
                                "THM",
                                frame -> frame.id() == THM_RESPONSE && (frame.data()[0] & 0xF0) == 0
                                        ? List.of(frame, frame)
                                        : List.of(frame))),
                Defect.of("loses-trouble-codes", Area.DIAGNOSTICS, "SC-02", "the read-out loses trouble codes")
                        .breaking(MAIN, MOVING, "RD-G1")
                        .vehicle(() ->
                                Tester.changing("THM", pdu -> pdu.startsWith("5902") ? pdu.substring(0, 6) : pdu)),
                Defect.of(
                                "makes-up-answers",
                                Area.DIAGNOSTICS,
                                "GW-09",
                                "the vehicle makes up answers of a silent control unit")
                        .breaking(MAIN, SILENT, "RD-G1")
                        .vehicle(() -> MadeUp.answersOf("BMS", table)),
                Defect.of("health-lost", Area.DIAGNOSTICS, "RD-G2", "the desk hears nothing of the vehicle's health")
                        .breaking(MAIN, CLOGGED, "RD-G2")
                        .vehicle(() -> Radio.losing(".*/health")),
                Defect.of("drivers-answer-lost", Area.SCREEN, "SC-03", "the driver's answer is lost")
                        .breaking(MAIN, CLOGGED, "RD-G3")
                        .vehicle(() -> Fingers.deafTo("Done")),
                Defect.of("wrong-unit-blamed", Area.CLOUD, "RD-M4", "the desk blames the wrong control unit")
                        .breaking(MAIN, SILENT, "RD-M4")
                        .cloud(() -> Seams.standard().withTriage(Scapegoat::new)),
                Defect.of(
                                "guidance-changed",
                                Area.SCREEN,
                                "RD-M4",
                                "the driver reads something else than the desk wrote")
                        .breaking(MAIN, WORN, "RD-M4")
                        .vehicle(() -> Picture.of(
                                "diag.guidance",
                                view -> View.of("diag.guidance", view.title(), "Drive on")
                                        .withButtons("Done", "Not Possible"))),
                Defect.of(
                                "no-guidance-without-infotainment",
                                Area.SCREEN,
                                "HMI-04",
                                "support guides nobody when the infotainment is dead")
                        .breaking(DETOUR, BY_APP, "RD-A4")
                        .vehicle(() -> Picture.without("diag.guidance")),
                Defect.of(
                                "moves-parts-while-moving",
                                Area.DIAGNOSTICS,
                                "GW-12",
                                "parts are moved while the vehicle moves")
                        .breaking(MAIN, MOVING, "GW-12")
                        .vehicle(() -> Unlocked.of("THM")),
                Defect.of("connection-not-shown", Area.SCREEN, "HMI-02", "nothing shows that somebody is connected")
                        .breaking(END, UNRESOLVED, "HMI-02")
                        .vehicle(() -> Picture.without("diag.session")),
                Defect.of("session-cannot-be-ended", Area.SCREEN, "HMI-02", "the driver cannot end the session")
                        .breaking(END, UNRESOLVED, "HMI-02")
                        .vehicle(() -> Picture.without("End Now", "diag.session")));
    }

    static List<Defect> ofTheEnd() {
        return List.of(
                Defect.of(
                                "cleared-counts-as-repaired",
                                Area.CLOUD,
                                "SC-05",
                                "a cleared trouble code counts as a repair")
                        .breaking(END, UNRESOLVED, "RD-Q1")
                        .cloud(() -> Seams.standard().withClosingRule(rule -> session -> List.of())),
                Defect.of("warning-stays-after-repair", Area.ECU, "B13", "the warning light stays on after the repair")
                        .breaking(END, RESOLVED, "RD-Q1")
                        .vehicle(() -> Frames.heard("IPC", Map.of(THM_ALIVE, stickyLamps()))),
                Defect.of("team-gets-no-report", Area.CLOUD, "CS-09", "the team gets no report")
                        .breaking(END, RESOLVED, "RD-Q1")
                        .cloud(() -> TeamReports.none()),
                Defect.of("reports-differ", Area.CLOUD, "CS-09", "the team and the user get differing reports")
                        .breaking(END, RESOLVED, "RD-Q1")
                        .cloud(() -> TeamReports.differing()),
                Defect.of(
                                "open-issue-told-resolved",
                                Area.SCREEN,
                                "RD-Q2",
                                "the driver is told that an open issue is resolved")
                        .breaking(END, UNRESOLVED, "RD-Q2")
                        .vehicle(() -> Picture.of(
                                "diag.result",
                                view -> View.of("diag.result", "Issue resolved").withButtons("OK"))),
                Defect.of(
                                "appointment-without-time",
                                Area.SCREEN,
                                "SC-06",
                                "the driver is not told the time of the appointment")
                        .breaking(DETOUR, BY_PHONE, "RD-A5")
                        .vehicle(() -> Picture.silentAbout("Time", "diag.appointment")));
    }

    /** Lamps that were asked for once stay asked for. */
    private static Consumer<byte[]> stickyLamps() {
        byte[] seen = new byte[8];
        return data -> {
            for (int i = LAMPS; i < data.length; i++) {
                seen[i] |= data[i];
                data[i] = seen[i];
            }
        };
    }

    private static Fitting letIn() {
        return Radio.answering("POST", ".*/eligibility", body -> "{\"eligible\": true}");
    }
}
