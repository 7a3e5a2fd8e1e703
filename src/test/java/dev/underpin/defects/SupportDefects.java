package dev.underpin.defects;

import dev.underpin.cloud.Seams;
import dev.underpin.vehicle.Fitting;
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
                Defect.vehicle(
                        "remote diagnostics refuses for another reason than the connection",
                        ENTRY,
                        "@RD-P3 and not @RD-M2",
                        "RD-P3",
                        Picture.of("diag.refused", view -> view.because("not-registered"))),
                Defect.vehicle(
                        "a vehicle with outdated software is let in", ENTRY, "@RD-P1 and not @RD-M2", "RD-P1", letIn()),
                Defect.vehicle("an unregistered driver is let in", ENTRY, "@RD-P2 and not @RD-M2", "RD-P2", letIn()),
                Defect.vehicle(
                        "a refused consent counts as given",
                        ENTRY,
                        "@RD-P4 and not @RD-M2",
                        "RD-P4",
                        Fingers.taking("Don't Allow", "Allow")),
                Defect.vehicle(
                        "the vehicle shares data without an answer",
                        ENTRY,
                        "@RD-P4 and not @RD-M2",
                        "CS-08",
                        Unasked.answer("diag.consent", "Allow")),
                Defect.vehicle(
                        "the Diagnostics button does nothing", ENTRY, MET, "RD-M2", Fingers.deafTo("Diagnostics")),
                Defect.vehicle(
                        "the driver is not told who is connected",
                        ENTRY,
                        MET,
                        "RD-M3",
                        Picture.of(
                                "diag.session",
                                view -> View.of("diag.session", "Connected").withButtons("End Now"))),
                Defect.vehicle(
                        "the warning light is never lit",
                        MAIN,
                        CLOGGED,
                        "RD-M1",
                        Frames.heard(
                                "IPC", Map.of(THM_ALIVE, data -> Arrays.fill(data, LAMPS, data.length, (byte) 0)))),
                Defect.vehicle(
                        "the vehicle does not answer a call for support",
                        DETOUR,
                        BY_APP,
                        "RD-A3",
                        Radio.answering("GET", ".*/mailbox.*", body -> body.replace("\"open-session\"", "\"other\""))));
    }

    static List<Defect> ofTheSession() {
        return List.of(
                Defect.vehicle(
                        "a control unit says its answers twice", MAIN, MOVING, "UDS-UNASKED", Chatty.of("THM", 0x73B)),
                Defect.vehicle(
                        "the read-out loses trouble codes",
                        MAIN,
                        MOVING,
                        "RD-G1",
                        Tester.changing("THM", pdu -> pdu.startsWith("5902") ? pdu.substring(0, 6) : pdu)),
                Defect.vehicle(
                        "the vehicle makes up answers of a silent control unit",
                        MAIN,
                        SILENT,
                        "RD-G1",
                        MadeUp.answersOf("BMS")),
                Defect.vehicle(
                        "the desk hears nothing of the vehicle's health",
                        MAIN,
                        CLOGGED,
                        "RD-G2",
                        Radio.losing(".*/health")),
                Defect.vehicle("the driver's answer is lost", MAIN, CLOGGED, "RD-G3", Fingers.deafTo("Done")),
                Defect.cloud(
                        "the desk blames the wrong control unit",
                        MAIN,
                        SILENT,
                        "RD-M4",
                        Seams.standard().withTriage(Scapegoat::new)),
                Defect.vehicle(
                        "the driver reads something else than the desk wrote",
                        MAIN,
                        WORN,
                        "RD-M4",
                        Picture.of(
                                "diag.guidance",
                                view -> View.of("diag.guidance", view.title(), "Drive on")
                                        .withButtons("Done", "Not Possible"))),
                Defect.vehicle(
                        "support guides nobody when the infotainment is dead",
                        DETOUR,
                        BY_APP,
                        "RD-A4",
                        Picture.without("diag.guidance")),
                Defect.vehicle("parts are moved while the vehicle moves", MAIN, MOVING, "GW-12", Unlocked.of("THM")),
                Defect.vehicle(
                        "nothing shows that somebody is connected",
                        END,
                        UNRESOLVED,
                        "HMI-02",
                        Picture.without("diag.session")),
                Defect.vehicle(
                        "the driver cannot end the session",
                        END,
                        UNRESOLVED,
                        "HMI-02",
                        Picture.without("End Now", "diag.session")));
    }

    static List<Defect> ofTheEnd() {
        return List.of(
                Defect.cloud(
                        "a cleared trouble code counts as a repair",
                        END,
                        UNRESOLVED,
                        "RD-Q1",
                        Seams.standard().withClosingRule(rule -> session -> List.of())),
                Defect.vehicle(
                        "the warning light stays on after the repair",
                        END,
                        RESOLVED,
                        "RD-Q1",
                        Frames.heard("IPC", Map.of(THM_ALIVE, stickyLamps()))),
                Defect.cloud("the team gets no report", END, RESOLVED, "RD-Q1", TeamReports.none()),
                Defect.cloud(
                        "the team and the user get differing reports", END, RESOLVED, "RD-Q1", TeamReports.differing()),
                Defect.vehicle(
                        "the driver is told that an open issue is resolved",
                        END,
                        UNRESOLVED,
                        "RD-Q2",
                        Picture.of(
                                "diag.result",
                                view -> View.of("diag.result", "Issue resolved").withButtons("OK"))),
                Defect.vehicle(
                        "the driver is not told the time of the appointment",
                        DETOUR,
                        BY_PHONE,
                        "RD-A5",
                        Picture.silentAbout("Time", "diag.appointment")));
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
