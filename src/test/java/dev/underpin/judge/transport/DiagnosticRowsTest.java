package dev.underpin.judge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows B1 to B11 before read-outs told by hand. */
class DiagnosticRowsTest {
    private static final String SILENT =
            "{'ecu':'BRK','state':'silent','error_code':'not-responding','lastSeen':'2026-11-02T07:00:05Z'}";
    private static final String VALUES = "'values':[{'did':'2B01'}]";
    private static final String WHOLE = "{'ecu':'BRK','state':'answered'," + VALUES + "}";

    @Test
    void b1_a_silent_unit_is_listed_with_the_moment_it_was_last_seen() {
        Tale story = opened("supply-cut", "BRK").tell("asked", 21, Kind.UDS, request("BRK", "22F195"));

        assertThat(judged("B1", read(story, SILENT))).isEqualTo(Verdict.PASS);
        assertThat(judged("B1", read(story, SILENT.replace("07:00:05", "07:00:15"))))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("B1", read(story, WHOLE))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_unit_beside_the_fault_that_is_not_read_breaks_every_row() {
        Tale story = opened("supply-cut", "BRK").tell("asked", 21, Kind.UDS, request("BRK", "22F195"));

        assertThat(judged("B1", read(story, SILENT, "silent"))).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "{0} s")
    @CsvSource({"46, PASS", "70, FAIL"})
    void b2_waiting_ends_at_25_seconds(double next, Verdict verdict) {
        Tale story = opened("endless-pending", "BRK 22F195 1000")
                .tell("asked", 21, Kind.UDS, request("BRK", "22F195"))
                .tell("wait", 21.1, Kind.UDS, response("BRK", "22", "7F2278", "78"))
                .tell("next", next, Kind.UDS, request("ADAS", "22F195"));

        assertThat(judged("B2", readAt(80, story, SILENT, "answered"))).isEqualTo(verdict);
        assertThat(judged("B2", readAt(80, story.without("wait"), SILENT, "answered")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void b3_the_code_that_is_shown_is_the_one_on_the_wire_and_retries_end() {
        Tale story = opened("false-answer", "BRK  7FSS31")
                .tell("asked", 21, Kind.UDS, request("BRK", "22F195"))
                .tell("no", 21.1, Kind.UDS, response("BRK", "22", "7F2231", "31"));
        String row = "{'ecu':'BRK','state':'refused','error_code':'error-response','nrc':'31'}";

        assertThat(judged("B3", read(story, row))).isEqualTo(Verdict.PASS);
        assertThat(judged("B3", read(story, row.replace("31", "22")))).isEqualTo(Verdict.FAIL);
        assertThat(judged("B3", read(story.tell("again", 21.2, Kind.UDS, request("BRK", "22F195")), row)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void b3_a_busy_unit_is_asked_again_only_after_200_ms() {
        Tale story = opened("false-answer", "BRK  7FSS21")
                .tell("asked", 21, Kind.UDS, request("BRK", "22F195"))
                .tell("no", 21.01, Kind.UDS, response("BRK", "22", "7F2221", "21"));
        String row = "{'ecu':'BRK','state':'refused','error_code':'error-response','nrc':'21'}";

        assertThat(judged("B3", read(story.tell("again", 21.3, Kind.UDS, request("BRK", "22F195")), row)))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("B3", read(story.tell("again", 21.1, Kind.UDS, request("BRK", "22F195")), row)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void b4_nothing_of_a_false_answer_is_in_the_report() {
        Tale story = opened("false-answer", "BRK 22F195 62F19646414C5345")
                .tell("asked", 21, Kind.UDS, request("BRK", "22F195"))
                .tell("lie", 21.1, Kind.UDS, response("BRK", "22", "62F19646414C5345", ""));

        assertThat(judged("B4", read(story, SILENT))).isEqualTo(Verdict.PASS);
        assertThat(judged("B4", read(story, WHOLE))).isEqualTo(Verdict.FAIL);
        assertThat(judged("B4", read(story, SILENT.replace("'}", "','note':'FALSE'}"))))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void b5_a_value_that_two_told_is_marked() {
        Tale story = opened("second-responder", "BRK 222B01 622B0101");
        String marked = WHOLE.replace("'2B01'", "'2B01','untrusted':true");

        assertThat(judged("B5", read(story, marked))).isEqualTo(Verdict.PASS);
        assertThat(judged("B5", read(story, WHOLE))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void b6_a_lost_frame_costs_one_retry_and_a_transport_that_stays_broken_the_unit() {
        Tale once = opened("transport", "BRK responses lost-frame once")
                .tell("asked", 21, Kind.UDS, request("BRK", "22F195"))
                .tell("again", 26, Kind.UDS, request("BRK", "22F195"));
        Tale always = opened("transport", "BRK responses overflow always")
                .tell("asked", 21, Kind.UDS, request("BRK", "22F195"));

        assertThat(judged("B6", read(once, WHOLE))).isEqualTo(Verdict.PASS);
        assertThat(judged("B6", read(once, SILENT))).isEqualTo(Verdict.FAIL);
        assertThat(judged("B6", read(once.tell("third", 27, Kind.UDS, request("BRK", "22F195")), WHOLE)))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("B6", read(always, SILENT))).isEqualTo(Verdict.PASS);
        assertThat(judged("B6", read(always, WHOLE))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void b7_a_unit_that_comes_back_is_read_or_labelled() {
        Tale story = opened("bus-off", "BRK")
                .tell("back", 24, Kind.CONTROLLER, "node", "BRK", "state", "error-active", "bus", "chassis");

        assertThat(judged("B7", read(story, WHOLE))).isEqualTo(Verdict.PASS);
        assertThat(judged("B7", read(story, SILENT))).isEqualTo(Verdict.PASS);
        assertThat(judged("B7", read(story, "{'ecu':'BRK','state':'answered'}")))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("B7", read(story.without("back"), WHOLE))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void b7_under_a_fault_of_the_bus_each_unit_is_read_in_whole_or_labelled() {
        Tale story = opened("bus-noise", "drive 1/500")
                .tell("healed", 22, Kind.FAULT, "fault", "bus-noise", "target", "drive 1/500", "state", "healed")
                .tell("answer", 23, Kind.UDS, "link", "drive", "ecu", "VCU", "direction", "response", "pdu", "62F195");
        String labelled = "{'ecu':'VCU','state':'answered','incomplete':true,'error_code':'not-responding'}";
        String whole = "{'ecu':'VCU','state':'answered','versions':{'software':'1'},'values':[{'did':'D003'}]}";

        assertThat(judged("B7", alone(story, whole))).isEqualTo(Verdict.PASS);
        assertThat(judged("B7", alone(story, labelled))).isEqualTo(Verdict.PASS);
        assertThat(judged("B7", alone(story, labelled.replace(",'error_code':'not-responding'", ""))))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("B7", alone(story.without("answer"), whole))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static History alone(Tale story, String row) {
        return readAt(30, story, row, "answered','versions':{},'values':[{}],'note':'");
    }

    @Test
    void b8_all_codes_are_shown_or_it_is_said_that_some_are_missing() {
        Tale story = opened("code-flood", "BRK 2")
                .tell("codes", 21, Kind.UDS, response("BRK", "19", "5902FFC1008708C1018708", ""))
                .tell(
                        "console",
                        31,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "GET",
                        "path",
                        "/desk/v1/sessions/S-1",
                        "status",
                        "200");
        String one = "{'ecu':'BRK','state':'answered','dtcs':[{'code':'U0100-87'}]}";

        assertThat(judged("B8", read(story, one))).isEqualTo(Verdict.FAIL);
        assertThat(judged("B8", read(story, one.replace("}]", "}],'truncated':true"))))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("B8", read(story, one.replace("}]", "},{'code':'U0101-87'}]"))))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("B8", read(story, one.replace("}]", "},{'code':'U0101-87'},{'code':'U0101-87'}]"))))
                .isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "sent {0}, shown {1}")
    @CsvSource({"true, true, PASS", "true, false, FAIL", "false, false, FAIL"})
    void b9_what_stands_still_is_marked_where_it_is_sent_and_where_it_is_shown(
            boolean sent, boolean shown, Verdict verdict) {
        String row =
                "{'ecu':'BRK','state':'answered','values':[{'did':'2B01','ecu':'BRK','capturedAt':'2026-11-02T07:00:21Z',"
                        + "'sessionId':'S-1','stale':%s}]}";
        Tale story = opened("false-answer", "BRK 222B01 622B0101")
                .tell(
                        "console",
                        31,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "GET",
                        "path",
                        "/desk/v1/sessions/S-1",
                        "status",
                        "200",
                        "response",
                        "{'snapshot':{'ecus':[%s]}}"
                                .formatted(row.formatted(shown))
                                .replace('\'', '"'));

        assertThat(judged("B9", read(story, row.formatted(sent)))).isEqualTo(verdict);
        assertThat(judged("B9", read(story.without("console"), row.formatted(sent))))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void b10_after_a_reset_the_first_answer_is_an_identification() {
        Tale back = opened("supply-cut", "BRK").tell("boot", 24, Kind.BOOT, "ecu", "BRK", "from", "application");
        Tale story = back.tell("what", 26, Kind.UDS, response("BRK", "22", "62F19131", ""));

        assertThat(judged("B10", read(story.tell("who", 25, Kind.UDS, response("BRK", "22", "62F19531", "")), WHOLE)))
                .isEqualTo(Verdict.PASS);
        String known = WHOLE.replace("'values'", "'versions':{'software':'1','hardware':'1'},'values'");
        assertThat(judged("B10", read(story.tell("who", 25, Kind.UDS, response("BRK", "22", "62F19531", "")), known)))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("B10", read(story.tell("who", 25, Kind.UDS, response("BRK", "22", "62F19532", "")), known)))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("B10", read(story.tell("on", 25, Kind.UDS, response("BRK", "22", "622B0100", "")), WHOLE)))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("B10", read(back.tell("who", 25, Kind.UDS, response("BRK", "22", "62F19531", "")), WHOLE)))
                .isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "session {0}, output {1}, {2}")
    @CsvSource({
        "01, 00, control-lost, PASS",
        "03, 00, control-lost, FAIL",
        "01, 01, control-lost, FAIL",
        "01, 00, '', FAIL"
    })
    void b11_an_output_is_taken_back_and_the_console_told(
            String session, String output, String vendorCode, Verdict verdict) {
        Tale story = Tale.empty()
                .tell("taken", 5, Kind.UDS, response("BRK", "2F", "6F49310301", ""))
                .tell("fault", 10, Kind.FAULT, "fault", "route-blocked", "target", "BRK", "state", "injected")
                .tell("session", 20, Kind.UDS, response("BRK", "22", "62F186" + session, ""))
                .tell("output", 21, Kind.UDS, response("BRK", "22", "624931" + output, ""))
                .tell(
                        "console",
                        31,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "GET",
                        "path",
                        "/desk/v1/sessions/S-1",
                        "status",
                        "200",
                        "response",
                        "{'commands':[{'kind':'control','result':{'status':'failed','vendor_code':'%s'}}]}"
                                .formatted(vendorCode)
                                .replace('\'', '"'));

        assertThat(judged("B11", story.history())).isEqualTo(verdict);
        assertThat(judged("B11", story.without("console").history())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Tale opened(String fault, String target) {
        return Tale.empty()
                .tell("before", 5, Kind.UDS, response("BRK", "22", "62F19531", ""))
                .tell("fault", 10, Kind.FAULT, "fault", fault, "target", target, "state", "injected")
                .tell(
                        "opened",
                        20,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "POST",
                        "path",
                        "/vehicle/v1/VIN/sessions",
                        "status",
                        "201",
                        "response",
                        "{\"sessionId\":\"S-1\"}");
    }

    private static History read(Tale story, String row) {
        return read(story, row, "answered");
    }

    private static History read(Tale story, String row, String other) {
        return readAt(30, story, row, other);
    }

    private static History readAt(double seconds, Tale story, String row, String other) {
        String snapshot = "{'capturedAt':'2026-11-02T07:00:20Z','ecus':[%s,{'ecu':'ADAS','state':'%s'}]}"
                .formatted(row, other)
                .replace('\'', '"');
        return story.tell(
                        "snapshot",
                        seconds,
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "PUT",
                        "path",
                        "/vehicle/v1/VIN/sessions/S-1/snapshot",
                        "status",
                        "200",
                        "request",
                        snapshot)
                .history();
    }

    private static String[] request(String ecu, String pdu) {
        return new String[] {"ecu", ecu, "direction", "request", "pdu", pdu, "sid", pdu.substring(0, 2)};
    }

    private static String[] response(String ecu, String sid, String pdu, String nrc) {
        return new String[] {"ecu", ecu, "direction", "response", "pdu", pdu, "sid", sid, "nrc", nrc};
    }

    private static Verdict judged(String row, History history) {
        return Judge.standard().row(row).orElseThrow().checker().check(history).verdict();
    }
}
