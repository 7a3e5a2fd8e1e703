package dev.underpin.defect;

import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Defects of what people see and touch of remote diagnostics, and of lamps. */
final class SupportScreenDefects {
    private static final String ENTRY = "remote-diagnostics/preconditions.feature";
    private static final String MAIN = "remote-diagnostics/main.feature";
    private static final String END = "remote-diagnostics/postconditions.feature";
    private static final String DIVERSION = "remote-diagnostics/alternative.feature";
    private static final String MET = "@RD-M3";
    private static final String WORN = "@RD-M5 and not @RD-G2";
    private static final String MOVING = "@RD-G1 and not @RD-M3";
    private static final String RESOLVED = "@RD-Q1";
    private static final String UNRESOLVED = "@RD-Q2";
    private static final String BY_PHONE = "@RD-A5";
    private static final int THM_ALIVE = 1300;
    private static final int WARNING = 0x80;

    private SupportScreenDefects() {}

    static List<Defect> ofTheQuestion() {
        return List.of(
                Defect.of(
                                "consent-without-purpose",
                                Area.SCREEN,
                                "HMI-01",
                                "the question for the data does not say what for")
                        .breaking(ENTRY, MET, "HMI-01")
                        .vehicle(() -> Picture.silentAbout("Purpose", "diag.consent")),
                Defect.of("consent-without-data", Area.SCREEN, "HMI-01", "the question for the data does not say which")
                        .breaking(ENTRY, MET, "HMI-01")
                        .vehicle(() -> Picture.silentAbout("Data:", "diag.consent")),
                Defect.of(
                                "consent-without-duration",
                                Area.SCREEN,
                                "HMI-01",
                                "the question for the data does not say for how long")
                        .breaking(ENTRY, MET, "HMI-01")
                        .vehicle(() -> Picture.silentAbout("Duration", "diag.consent")),
                Defect.of(
                                "consent-without-a-no",
                                Area.SCREEN,
                                "HMI-01",
                                "the question for the data can only be answered with yes")
                        .breaking(ENTRY, MET, "HMI-01")
                        .vehicle(() -> Picture.without("Don't Allow", "diag.consent")),
                Defect.of(
                                "refusal-without-phone",
                                Area.SCREEN,
                                "CS-10",
                                "a refusal does not say how support can be reached")
                        .breaking(ENTRY, "@RD-P3 and not @RD-M2", "CS-10")
                        .vehicle(() -> Picture.silentAbout("Technical support:", "diag.refused")),
                Defect.of(
                                "sign-stays-after-the-end",
                                Area.SCREEN,
                                "HMI-02",
                                "the sign of the connection stays when nobody is connected any more")
                        .breaking(END, UNRESOLVED, "HMI-02-END")
                        .vehicle(() -> Sticky.of("diag.session")));
    }

    static List<Defect> ofTheEnd() {
        return List.of(
                Defect.of("guidance-never-shown", Area.SCREEN, "RD-M5", "what support writes is shown nowhere")
                        .breaking(MAIN, WORN, "RD-M4")
                        .vehicle(() -> Picture.without("diag.guidance")),
                Defect.of(
                                "wrong-report-shown",
                                Area.SCREEN,
                                "CS-09",
                                "the screen shows another report than support has")
                        .breaking(END, RESOLVED, "RD-Q1|CS-09")
                        .vehicle(() -> Picture.of(
                                "diag.report",
                                view -> lines(
                                        view, line -> line.startsWith("sha256") ? "sha256 " + "0".repeat(64) : line))),
                Defect.of("result-not-told", Area.SCREEN, "HMI-07", "the driver is not told how the session ended")
                        .breaking(END, UNRESOLVED, "HMI-07|RD-Q2")
                        .vehicle(() -> Picture.without("diag.result")),
                Defect.of(
                                "next-steps-not-told",
                                Area.SCREEN,
                                "HMI-07",
                                "the driver is told that there are next steps, and not which")
                        .breaking(END, UNRESOLVED, "HMI-07|RD-Q2")
                        .vehicle(() -> Picture.of(
                                "diag.result",
                                view -> View.of(view.id(), view.title()).withButtons("OK"))),
                Defect.of("appointment-not-shown", Area.SCREEN, "SC-06", "the driver is not told of the appointment")
                        .breaking(DIVERSION, BY_PHONE, "HMI-07|RD-A5")
                        .vehicle(() -> Picture.without("diag.appointment")),
                Defect.of(
                                "wrong-appointment-shown",
                                Area.SCREEN,
                                "O2",
                                "the driver reads another time than the appointment has")
                        .breaking(DIVERSION, BY_PHONE, "RD-A5")
                        .vehicle(() -> Picture.of(
                                "diag.appointment",
                                view -> lines(
                                        view,
                                        line -> line.startsWith("Time") ? "Time: 2030-01-01 08:00:00 UTC" : line))),
                Defect.of("end-now-dead", Area.SCREEN, "HMI-02", "the button to end the session does nothing")
                        .breaking(END, UNRESOLVED, "RD-Q2")
                        .vehicle(() -> Fingers.deafTo("End Now")),
                Defect.of("refusal-not-told", Area.SCREEN, "GW-19", "remote diagnostics refuses without a word")
                        .breaking(ENTRY, "@RD-P3 and not @RD-M2", "RD-P3")
                        .vehicle(() -> Picture.without("diag.refused")),
                Defect.of("lamp-without-cause", Area.ECU, "B13", "a lamp warns of nothing")
                        .breaking(ENTRY, MET, "ECU-06")
                        .vehicle(() -> Frames.heard("IPC", Map.of(THM_ALIVE, data -> data[2] |= 1))),
                Defect.of("code-without-lamp", Area.ECU, "B13", "a trouble code asks for a lamp that stays dark")
                        .breaking(MAIN, MOVING, "ECU-06")
                        .vehicle(() -> Server.saying(
                                "THM", (request, pdu) -> List.of(pdu.startsWith("5902") ? quiet(pdu) : pdu))));
    }

    private static View lines(View view, UnaryOperator<String> change) {
        return new View(
                view.id(),
                view.title(),
                view.lines().stream().map(change).toList(),
                view.buttons(),
                view.progress(),
                view.reason());
    }

    /** The same codes, none of which asks for its lamp. */
    private static String quiet(String codes) {
        StringBuilder quiet = new StringBuilder(codes);
        for (int at = 12; at + 2 <= codes.length(); at += 8) {
            int status = Integer.parseInt(codes.substring(at, at + 2), 16) & ~WARNING;
            quiet.replace(at, at + 2, "%02X".formatted(status));
        }
        return quiet.toString();
    }
}
