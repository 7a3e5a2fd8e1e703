package dev.underpin.judge.support;

import dev.underpin.history.Kind;
import dev.underpin.judge.Tale;
import java.util.List;

/** Sessions of technical support, told by hand. */
final class SupportTales {
    static final String VIN = "WUPLX3EV7T1000047";
    static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String SESSIONS = "/vehicle/v1/" + VIN + "/sessions";
    private static final String SESSION = SESSIONS + "/S-1";
    private static final String DESK = "/desk/v1/sessions/S-1";
    private static final List<String> UNITS = List.of("BMS", "GW", "IVI", "TCU", "THM", "VCU");

    private SupportTales() {}

    /** The car is driven, a pump clogs, the driver stops. */
    static Tale fault() {
        Tale story = Tale.empty();
        for (String ecu : UNITS) {
            story = story.tell("supply", 0, Kind.SUPPLY, "ecu", ecu, "powered", "true");
        }
        return story.tell("wifi", 1, Kind.ACTION, "action", "wifi", "value", "on", "granted", "true")
                .tell("driving", 5, Kind.VEHICLE, "speed", "80", "gear", "D", "soc", "80", "ignition", "true")
                .tell("fault", 10, Kind.FAULT, "fault", "coolant-pump-clogged", "state", "injected")
                .tell("lamp", 12, Kind.LAMP, "lamp", "battery-temperature", "colour", "amber", "lit", "true")
                .tell("ignition on", 12.5, Kind.ACTION, "action", "ignition", "value", "on", "granted", "true")
                .tell("parked", 20, Kind.VEHICLE, "speed", "0", "gear", "P", "soc", "80", "ignition", "true");
    }

    /** A session by the button of the car, up to guidance and its answer. */
    static Tale session() {
        return opened(
                fault().tell(
                                "button",
                                30,
                                Kind.PRESS,
                                "screen",
                                "infotainment",
                                "button",
                                "Diagnostics",
                                "effect",
                                "accepted")
                        .tell(
                                "connecting",
                                30.1,
                                Kind.SCREEN,
                                "screen",
                                "infotainment",
                                "change",
                                "shown",
                                "view",
                                "diag.connecting")
                        .tell(
                                "allow",
                                32,
                                Kind.PRESS,
                                "screen",
                                "infotainment",
                                "button",
                                "Allow",
                                "effect",
                                "accepted"),
                "car-button");
    }

    /** A session by phone, as the button is dead. */
    static Tale byPhone() {
        Tale dead = fault().tell(
                        "dead button",
                        22,
                        Kind.PRESS,
                        "screen",
                        "infotainment",
                        "button",
                        "Diagnostics",
                        "effect",
                        "none")
                .tell("off", 24, Kind.ACTION, "action", "ignition", "value", "off", "granted", "true")
                .tell("on", 25, Kind.ACTION, "action", "ignition", "value", "on", "granted", "true")
                .tell("still dead", 28, Kind.PRESS, "screen", "infotainment", "button", "Diagnostics", "effect", "none")
                .tell(
                        "call",
                        30,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "POST",
                        "path",
                        "/desk/v1/calls",
                        "status",
                        "202");
        return opened(dead, "phone");
    }

    private static Tale opened(Tale story, String channel) {
        Tale opened = story.tell(
                        "vin",
                        32.1,
                        Kind.UDS,
                        "ecu",
                        "GW",
                        "direction",
                        "response",
                        "sid",
                        "22",
                        "pdu",
                        "62F190" + hex(VIN))
                .tell(
                        "opened",
                        32.3,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "POST",
                        "path",
                        SESSIONS,
                        "status",
                        "201",
                        "request",
                        "{\"channel\":\"%s\"}".formatted(channel),
                        "response",
                        "{\"sessionId\":\"S-1\"}")
                .tell(
                        "sign",
                        32.4,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "diag.session",
                        "title",
                        "Technical support is connected",
                        "text",
                        "Technical support (Alise)",
                        "buttons",
                        "End Now")
                .tell("ask THM", 33, Kind.UDS, "ecu", "THM", "direction", "request", "sid", "19", "pdu", "19028D")
                .tell(
                        "codes of THM",
                        33.1,
                        Kind.UDS,
                        "ecu",
                        "THM",
                        "direction",
                        "response",
                        "sid",
                        "19",
                        "pdu",
                        "5902FF0C4A92AF");
        for (String ecu : List.of("BMS", "GW", "IVI", "VCU")) {
            opened = opened.tell(
                    "codes", 33.2, Kind.UDS, "ecu", ecu, "direction", "response", "sid", "19", "pdu", "5902FF");
        }
        for (int second = 33; second < 49; second++) {
            opened = opened.tell(
                    "health",
                    second + 0.5,
                    Kind.HTTP,
                    "leg",
                    "vehicle",
                    "method",
                    "POST",
                    "path",
                    SESSION + "/health",
                    "status",
                    "200",
                    "request",
                    "{\"soc\":80}");
        }
        return guided(opened);
    }

    private static Tale guided(Tale story) {
        return story.tell(
                        "snapshot",
                        34,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "PUT",
                        "path",
                        SESSION + "/snapshot",
                        "status",
                        "200",
                        "request",
                        snapshot())
                .tell(
                        "root",
                        35,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "GET",
                        "path",
                        DESK,
                        "status",
                        "200",
                        "response",
                        "{\"assessment\":{\"root\":{\"ecu\":\"THM\",\"dtc\":\"P0C4A-92\"}}}")
                .tell(
                        "step",
                        36,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "POST",
                        "path",
                        DESK + "/commands",
                        "status",
                        "201",
                        "request",
                        "{\"kind\":\"guidance\",\"text\":\"Select P\"}",
                        "response",
                        "{\"commandId\":\"C-1\"}")
                .tell(
                        "guidance",
                        37,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "diag.guidance",
                        "text",
                        "Select P")
                .tell("done", 39, Kind.PRESS, "screen", "infotainment", "button", "Done", "effect", "accepted")
                .tell(
                        "result",
                        39.5,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "POST",
                        "path",
                        SESSION + "/results",
                        "status",
                        "200",
                        "request",
                        "{\"commandId\":\"C-1\",\"status\":\"done\"}");
    }

    /** The session is closed as resolved after a clear, a test and a look. */
    static Tale resolved() {
        return closed(
                session()
                        .tell("cleared", 40, Kind.UDS, "ecu", "THM", "direction", "response", "sid", "14", "pdu", "54")
                        .tell(
                                "tested",
                                41,
                                Kind.UDS,
                                "ecu",
                                "THM",
                                "direction",
                                "response",
                                "sid",
                                "31",
                                "pdu",
                                "7101020300172401C2")
                        .tell(
                                "lamp off",
                                42,
                                Kind.LAMP,
                                "lamp",
                                "battery-temperature",
                                "colour",
                                "amber",
                                "lit",
                                "false")
                        .tell(
                                "look",
                                43.9,
                                Kind.UDS,
                                "ecu",
                                "THM",
                                "direction",
                                "request",
                                "sid",
                                "19",
                                "pdu",
                                "1902FF")
                        .tell(
                                "gone",
                                44,
                                Kind.UDS,
                                "ecu",
                                "THM",
                                "direction",
                                "response",
                                "sid",
                                "19",
                                "pdu",
                                "5902FF0C4A9200"),
                "resolved",
                "Issue resolved");
    }

    /** The session is closed with an appointment. */
    static Tale appointed() {
        return closed(
                session()
                        .tell(
                                "appointment",
                                45,
                                Kind.HTTP,
                                "leg",
                                "desk",
                                "method",
                                "POST",
                                "path",
                                DESK + "/appointments",
                                "status",
                                "201",
                                "response",
                                "{\"start\":\"2026-11-03T09:00:00Z\"}")
                        .tell(
                                "told",
                                46,
                                Kind.SCREEN,
                                "screen",
                                "app",
                                "change",
                                "shown",
                                "view",
                                "diag.appointment",
                                "title",
                                "Service appointment",
                                "text",
                                "Time: 2026-11-03 09:00:00 UTC | Place: Riga"),
                "appointment",
                "Next steps");
    }

    static Tale closed(Tale story, String outcome, String title) {
        return story.tell(
                        "close",
                        50,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "POST",
                        "path",
                        DESK + "/close",
                        "status",
                        "200",
                        "request",
                        "{\"outcome\":\"%s\"}".formatted(outcome))
                .tell(
                        "sign off",
                        50.5,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "dismissed",
                        "view",
                        "diag.session")
                .tell(
                        "inbox",
                        51,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "GET",
                        "path",
                        "/desk/v1/inbox",
                        "status",
                        "200",
                        "response",
                        "{\"reports\":[{\"reportId\":\"R-1\",\"sessionId\":\"S-1\",\"sha256\":\"%s\"}]}"
                                .formatted(HASH))
                .tell(
                        "report",
                        52,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "diag.report",
                        "title",
                        "Diagnostics report R-1",
                        "text",
                        "sha256 %s | Outcome: %s".formatted(HASH, outcome))
                .tell(
                        "outcome",
                        52,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "diag.result",
                        "title",
                        title,
                        "text",
                        "Report R-1");
    }

    private static String snapshot() {
        StringBuilder rows = new StringBuilder();
        for (String ecu : UNITS) {
            String codes = ecu.equals("THM") ? "{\"code\":\"P0C4A-92\",\"status\":175}" : "";
            rows.append("%s{\"ecu\":\"%s\",\"state\":\"answered\",\"dtcs\":[%s]}"
                    .formatted(rows.isEmpty() ? "" : ",", ecu, codes));
        }
        return "{\"lamps\":[\"battery-temperature\"],\"ecus\":[%s]}".formatted(rows);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
