package dev.underpin.judge.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The rows decide from what a history holds, and each of them can fail. */
class RemoteRowsTest {
    private static final String SESSION = "/vehicle/v1/V/sessions/S-1";
    private static final String DESK = "/desk/v1/sessions/S-1";

    private static final Tale OPENED = exchange(
            Tale.empty(), "opened", 10, "vehicle", "POST /vehicle/v1/V/sessions", 201, "{}", "{\"sessionId\":\"S-1\"}");

    @Test
    void a_consent_that_is_refused_is_kept_when_nothing_is_read() {
        Tale refused = Tale.empty()
                .tell("asked", 1, Kind.SCREEN, "screen", "infotainment", "view", "diag.consent", "change", "shown")
                .tell(
                        "refused",
                        2,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "view",
                        "diag.refused",
                        "change",
                        "shown",
                        "reason",
                        "consent-refused");
        Tale read = refused.tell("read", 3, Kind.UDS, "ecu", "BMS", "direction", "request", "pdu", "1902FF");

        assertThat(verdict("H4", refused.until("refused"))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict("H4", refused.untilTime(60))).isEqualTo(Verdict.PASS);
        assertThat(verdict("H4", read.untilTime(60))).isEqualTo(Verdict.FAIL);
        assertThat(verdict(
                        "H4",
                        refused.changed("refused", "reason", "no-connection").untilTime(60)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_token_has_to_be_renewed_before_it_is_too_old() {
        Tale ordered = exchange(
                OPENED, "order", 1820, "desk", "POST " + DESK + "/commands", 201, "{}", "{\"commandId\":\"C-1\"}");
        Tale done = exchange(
                ordered,
                "result",
                1822,
                "vehicle",
                "POST " + SESSION + "/results",
                200,
                "{\"commandId\":\"C-1\"}",
                "{}");
        Tale late = exchange(done, "late", 1830, "vehicle", "GET " + SESSION + "/commands", 200, "{}", "{}");
        Tale renewed = exchange(
                late, "again", 1450, "vehicle", "POST /vehicle/v1/V/sessions", 201, "{}", "{\"sessionId\":\"S-1\"}");

        assertThat(verdict("C4-token", renewed.untilTime(1900))).isEqualTo(Verdict.PASS);
        assertThat(verdict("C4-token", late.untilTime(1900))).isEqualTo(Verdict.INCONCLUSIVE);
        Tale refused = exchange(renewed, "old", 1815, "vehicle", "GET " + SESSION + "/commands", 401, "{}", "{}");
        assertThat(verdict("C4-token", refused.untilTime(1900))).isEqualTo(Verdict.FAIL);
        assertThat(verdict(
                        "C4-token",
                        renewed.changed("again", "response", "{\"sessionId\":\"S-2\"}")
                                .untilTime(1900)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void who_is_not_the_cloud_gets_nothing() {
        Tale turnedAway = Tale.empty()
                .tell("fault", 1, Kind.FAULT, "fault", "impostor", "state", "injected")
                .tell("press", 2, Kind.PRESS, "screen", "infotainment", "button", "Diagnostics", "effect", "accepted")
                .tell(
                        "failed",
                        3,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "error",
                        "UNREACHABLE: TLS: the certificate has expired")
                .tell(
                        "refused",
                        4,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "view",
                        "diag.refused",
                        "change",
                        "shown",
                        "reason",
                        "no-connection");

        assertThat(verdict("S1-handshake", turnedAway)).isEqualTo(Verdict.PASS);
        assertThat(verdict("S1-handshake", turnedAway.changed("refused", "reason", "service-unavailable")))
                .isEqualTo(Verdict.FAIL);
        assertThat(verdict(
                        "S1-handshake",
                        turnedAway.tell("taken in", 3.5, Kind.HTTP, "leg", "vehicle", "response", "{\"rogue\":true}")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_token_that_is_not_his_has_to_be_refused_and_to_leave_the_session_alone() {
        Tale attacked = exchange(OPENED, "attack", 20, "intruder", "POST " + SESSION + "/end", 401, "{}", "{}");
        Tale lives = exchange(attacked, "health", 22, "vehicle", "POST " + SESSION + "/health", 200, "{}", "{}");
        Tale kept = exchange(
                lives, "seen", 30, "desk", "GET " + DESK, 200, "{}", "{\"state\":\"active\",\"technician\":\"Alise\"}");

        assertThat(verdict("S2", kept)).isEqualTo(Verdict.PASS);
        assertThat(verdict("S2", kept.changed("attack", "status", "200"))).isEqualTo(Verdict.FAIL);
        assertThat(verdict("S2", kept.changed("seen", "response", "{\"state\":\"aborted\"}")))
                .isEqualTo(Verdict.FAIL);
        assertThat(verdict("S2", kept.without("health"))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_second_technician_may_not_get_in() {
        Tale attacked = exchange(OPENED, "attack", 20, "intruder", "POST " + DESK + "/close", 409, "{}", "{}");
        Tale lives = exchange(attacked, "health", 22, "vehicle", "POST " + SESSION + "/health", 200, "{}", "{}");
        Tale seen = exchange(
                lives, "seen", 30, "desk", "GET " + DESK, 200, "{}", "{\"state\":\"active\",\"technician\":\"Alise\"}");
        Tale noted = exchange(
                seen,
                "log",
                31,
                "desk",
                "GET /desk/v1/audit",
                200,
                "{}",
                "{\"entries\":[{\"detail\":\"session-held\"}]}");

        assertThat(verdict("S4", noted)).isEqualTo(Verdict.PASS);
        assertThat(verdict("S4", noted.changed("attack", "status", "200"))).isEqualTo(Verdict.FAIL);
        assertThat(verdict("S4", noted.changed("log", "response", "{\"entries\":[]}")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_the_state_of_the_vehicle_forbids_has_to_be_refused_for_that_reason() {
        Tale asked = exchange(
                OPENED,
                "reset",
                20,
                "desk",
                "POST " + DESK + "/commands",
                201,
                "{\"kind\":\"reset\",\"ecu\":\"BRK\"}",
                "{\"commandId\":\"C-1\"}");
        Tale told = exchange(
                asked,
                "result",
                21,
                "vehicle",
                "POST " + SESSION + "/results",
                200,
                "{\"commandId\":\"C-1\",\"status\":\"refused\",\"error_code\":\"precondition-not-fulfilled\"}",
                "{}");
        Tale done = told.tell("moved", 22, Kind.UDS, "ecu", "BRK", "direction", "response", "pdu", "5101");

        assertThat(verdict("I1", told)).isEqualTo(Verdict.PASS);
        assertThat(verdict("I1", done)).isEqualTo(Verdict.FAIL);
        assertThat(verdict("I1", told.changed("result", "request", "{\"commandId\":\"C-1\",\"status\":\"done\"}")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_log_that_was_changed_breaks_its_chain() throws GeneralSecurityException {
        String first = entry("one", "0".repeat(64));
        String second = entry("two", hash(first));
        String third = entry("three", hash(second));
        String log = "{\"entries\":[%s,%s,%s]}".formatted(first, second, third);
        Tale seen = exchange(Tale.empty(), "log", 5, "desk", "GET /desk/v1/audit", 200, "{}", log);

        assertThat(verdict("S9", seen)).isEqualTo(Verdict.PASS);
        assertThat(verdict("S9", seen.changed("log", "response", log.replace("two", "too"))))
                .isEqualTo(Verdict.FAIL);
    }

    private static Verdict verdict(String row, Tale tale) {
        Finding finding = RemoteRows.all().stream()
                .filter(it -> it.id().equals("diag-" + row))
                .findFirst()
                .orElseThrow()
                .checker()
                .check(tale.history());
        return finding.verdict();
    }

    private static Tale exchange(
            Tale tale, String label, double at, String leg, String call, int status, String request, String response) {
        String[] words = call.split(" ");
        return tale.tell(
                label,
                at,
                Kind.HTTP,
                "leg",
                leg,
                "method",
                words[0],
                "path",
                words[1],
                "status",
                String.valueOf(status),
                "request",
                request,
                "response",
                response);
    }

    private static String entry(String detail, String previous) throws GeneralSecurityException {
        String at = "2026-11-02T07:00:00Z";
        String text = String.join("\u001f", at, "cloud", "note", "S-1", detail, previous);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "{\"at\":\"%s\",\"actor\":\"cloud\",\"action\":\"note\",\"subject\":\"S-1\",\"detail\":\"%s\",\"previous\":\"%s\",\"hash\":\"%s\"}"
                .formatted(at, detail, previous, HexFormat.of().formatHex(digest));
    }

    private static String hash(String entry) {
        return entry.substring(entry.length() - 66, entry.length() - 2);
    }
}
