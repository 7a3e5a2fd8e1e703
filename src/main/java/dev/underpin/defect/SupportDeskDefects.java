package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import java.util.List;

/** Defects of the support desk. */
final class SupportDeskDefects {
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
    private static final String BY_APP = "@RD-A4 and not @RD-A5";
    private static final String CLOGGED = "@RD-G2";
    private static final String SILENT = "@RD-M3 and not @RD-G2";

    private SupportDeskDefects() {}

    static List<Defect> ofTheSession() {
        return List.of(
                Defect.of(
                                "outdated-vehicle-not-refused",
                                Area.CLOUD,
                                "RD-P1",
                                "the desk takes outdated software for good")
                        .breaking(ENTRY, "@RD-P1 and not @RD-M2", "RD-P1")
                        .cloud(() -> Routes.ignoring("POST", ".*/eligibility", 200, "{\"eligible\":true}")),
                Defect.of("everybody-refused", Area.CLOUD, "RD-P2", "the desk takes every driver for not registered")
                        .breaking(ENTRY, MET, "RD-P2|RD-M3|RD-M2")
                        .cloud(() -> Routes.refusing("POST", ".*/eligibility", 403, "not-registered")),
                Defect.of("session-not-opened", Area.CLOUD, "RD-M3", "the desk never opens a session")
                        .breaking(ENTRY, MET, "RD-M3")
                        .cloud(() -> Routes.refusing("POST", ".*/sessions", 503, "overloaded")),
                Defect.of(
                                "commands-not-passed-on",
                                Area.CLOUD,
                                "CS-04",
                                "what support writes is never passed on to the vehicle")
                        .breaking(MAIN, WORN, "RD-M4")
                        .cloud(() -> Routes.telling(
                                "GET",
                                ".*/commands",
                                body -> body.replaceAll("\"commands\":\\[.*\\]", "\"commands\":[]"))),
                Defect.of("guidance-garbled", Area.CLOUD, "RD-M4", "the vehicle gets another text than support wrote")
                        .breaking(MAIN, WORN, "RD-M4")
                        .cloud(() -> Routes.telling(
                                "GET", ".*/commands", body -> body.replace("Stop at a safe place", "Drive on"))),
                Defect.of(
                                "silent-unit-not-told",
                                Area.CLOUD,
                                "GW-09",
                                "the console does not show that a control unit was silent")
                        .breaking(MAIN, SILENT, "RD-M4")
                        .cloud(() -> Routes.telling(
                                "GET",
                                "/desk/v1/sessions/.*",
                                body -> body.replaceAll("\"silent\":\\[[^\\]]*\\]", "\"silent\":[]"))),
                Defect.of("cascade-named-as-root", Area.CLOUD, "RD-M4", "a code that follows is named as the root")
                        .breaking(MAIN, SILENT, "RD-M4")
                        .cloud(() -> Routes.telling(
                                "GET",
                                "/desk/v1/sessions/.*",
                                body -> body.replaceAll("\"root\":\\{\"ecu\":\"BMS\"", "\"root\":{\"ecu\":\"VCU\""))),
                Defect.of("health-refused", Area.CLOUD, "RD-G2", "what the vehicle tells of its health is refused")
                        .breaking(MAIN, CLOGGED, "RD-G2|RD-M4")
                        .cloud(() -> Routes.refusing("POST", ".*/health", 403, "session-ended")),
                Defect.of("read-out-refused", Area.CLOUD, "RD-M4", "the read-out is refused")
                        .breaking(MAIN, MOVING, "RD-G1|RD-M4")
                        .cloud(() -> Routes.refusing("PUT", ".*/snapshot", 413, "too-long")),
                Defect.of(
                                "codes-lost-at-the-desk",
                                Area.CLOUD,
                                "SC-02",
                                "the console does not show the trouble codes of the root")
                        .breaking(MAIN, CLOGGED, "RD-M4")
                        .cloud(() -> Routes.telling(
                                "GET", "/desk/v1/sessions/.*", body -> body.replace("P0C4A-92", "P0000-00"))));
    }

    static List<Defect> ofTheEnd() {
        return List.of(
                Defect.of("report-twice", Area.CLOUD, "CS-09", "the team gets two reports of one session")
                        .breaking(END, RESOLVED, "RD-Q1|CS-09")
                        .cloud(() -> TeamReports.twice()),
                Defect.of("repair-not-believed", Area.CLOUD, "SC-05", "a repair that is proven is not believed")
                        .breaking(END, RESOLVED, "RD-Q1")
                        .cloud(() -> Seams.standard()
                                .withClosingRule(rule -> session -> List.of("something is always missing"))),
                Defect.of(
                                "appointment-in-the-past",
                                Area.CLOUD,
                                "O2",
                                "an appointment is made for a time that has passed")
                        .breaking(DIVERSION, BY_PHONE, "RD-A5")
                        .cloud(() -> Routes.telling(
                                "POST",
                                ".*/appointments",
                                body -> body.replaceAll("\"start\":\"20\\d\\d", "\"start\":\"2001"))),
                Defect.of(
                                "request-of-the-app-ignored",
                                Area.CLOUD,
                                "SC-07",
                                "a request for support from the app is taken and forgotten")
                        .breaking(DIVERSION, BY_APP, "RD-A3")
                        .cloud(() -> Routes.ignoring(
                                "POST", ".*/support-requests", 202, "{\"sessionId\":\"S-0\",\"state\":\"requested\"}")),
                Defect.of("call-ignored", Area.CLOUD, "SC-07", "a call for support is taken and forgotten")
                        .breaking(DIVERSION, BY_PHONE, "RD-A3")
                        .cloud(() -> Routes.ignoring(
                                "POST", "/desk/v1/calls", 201, "{\"sessionId\":\"S-0\",\"state\":\"requested\"}")),
                Defect.of(
                                "open-issue-reported-resolved",
                                Area.CLOUD,
                                "RD-Q2",
                                "the report tells the driver that an open issue is resolved")
                        .breaking(END, UNRESOLVED, "RD-Q2")
                        .cloud(() -> Routes.telling(
                                "GET",
                                ".*/report",
                                body -> body.replaceAll("\"outcome\":\"[a-z-]*\"", "\"outcome\":\"resolved\""))));
    }
}
