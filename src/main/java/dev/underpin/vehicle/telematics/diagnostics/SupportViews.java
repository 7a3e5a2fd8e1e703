package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.screen.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What the user sees of remote diagnostics, the same words in the vehicle and in the companion app. */
public final class SupportViews {
    public static final String ALLOW = "Allow";
    public static final String DO_NOT_ALLOW = "Don't Allow";
    public static final String END_NOW = "End Now";
    public static final String DONE = "Done";
    public static final String NOT_POSSIBLE = "Not Possible";
    public static final String RETRY = "Retry";
    public static final String CALL_SUPPORT = "Call Support";
    public static final String OK = "OK";

    static final String CONTACT = "support.contact";

    /** Whether diagnostic data is shared in an open session. */
    enum Sharing {
        LINKED("Diagnostic data is shared"),
        INTERRUPTED("The connection is interrupted, trying again"),
        SWITCHED_OFF("Nothing is shared while the vehicle is switched off");

        private final String words;

        Sharing(String words) {
            this.words = words;
        }
    }

    private SupportViews() {}

    /** The question; without an answer nothing is shared. */
    public static View consent() {
        return View.of(
                        "diag.consent",
                        "Share diagnostic data with technical support?",
                        "Data: software versions, trouble codes, measured values, warning lamps; no location",
                        "Purpose: finding and resolving the present issue",
                        "Duration: this session only; you can end it at any time",
                        "Without your answer nothing is shared")
                .withButtons(ALLOW, DO_NOT_ALLOW);
    }

    public static View connecting() {
        return View.of("diag.connecting", "Connecting to technical support").withButtons(END_NOW);
    }

    /** The sign that somebody is connected; stays as long as that is so. */
    static View session(String role, Sharing sharing) {
        return View.of("diag.session", "Technical support is connected", role, sharing.words)
                .withButtons(END_NOW);
    }

    public static View guidance(int step, String text) {
        return View.of("diag.guidance", "Step %d of the support".formatted(step), text)
                .withButtons(DONE, NOT_POSSIBLE);
    }

    public static View refused(Refusal refusal, String phone) {
        return View.of("diag.refused", refusal.title(), refusal.advice(), "Technical support: " + phone)
                .withButtons(RETRY, CALL_SUPPORT)
                .because(refusal.code());
    }

    /** The end of a session whose report is not there yet. */
    public static View ended(String cause, String phone) {
        return View.of(
                        "diag.result",
                        "Next steps",
                        cause,
                        "Technical support will contact you, or call " + phone,
                        "The report follows")
                .withButtons(OK);
    }

    /** The end of a session, from its report. */
    public static View result(JsonNode report) {
        boolean resolved = report.path("outcome").asString("").equals("resolved");
        List<String> lines = new ArrayList<>();
        report.path("nextSteps").forEach(step -> lines.add(step.asString("")));
        lines.add("Report " + report.path("reportId").asString(""));
        return View.of("diag.result", resolved ? "Issue resolved" : "Next steps", lines.toArray(String[]::new))
                .withButtons(OK);
    }

    public static View report(JsonNode report) {
        return View.of(
                        "diag.report",
                        "Diagnostics report " + report.path("reportId").asString(""),
                        "sha256 " + report.path("sha256").asString(""),
                        "Outcome: " + report.path("outcome").asString(""))
                .withButtons(OK);
    }

    public static View appointment(JsonNode appointment) {
        return View.of(
                        "diag.appointment",
                        "Service appointment",
                        "Time: "
                                + appointment
                                        .path("start")
                                        .asString("")
                                        .replace('T', ' ')
                                        .replace("Z", " UTC"),
                        "Place: " + appointment.path("place").asString(""),
                        "Reason: " + appointment.path("reason").asString(""))
                .withButtons(OK);
    }

    /** Something that support had begun was stopped, because of what the vehicle does. */
    static View stopped(String why) {
        return View.of("diag.stopped", "A test of the support was stopped", "Reason: " + why)
                .withButtons(OK);
    }

    /** Where help is to be had without the infotainment. */
    public static View contact(String phone) {
        return View.of(CONTACT, "Technical support: %s or the app".formatted(phone));
    }

    static String role(String role) {
        return role.toLowerCase(Locale.ROOT).startsWith("technical support")
                ? role
                : role.isEmpty() ? "Technical support" : "Technical support (%s)".formatted(role);
    }
}
