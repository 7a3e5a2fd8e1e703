package dev.underpin.judge.uds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge of diagnostic exchanges, on histories told by hand. */
class DiagnosticInvariantsTest {
    private static final Judge JUDGE = Judge.standard();
    private static final Tale UP = Tale.empty()
            .tell("up", 0, Kind.SUPPLY, "ecu", "BMS", "powered", "true")
            .tell("boot", 0.3, Kind.BOOT, "ecu", "BMS", "from", "application");

    @ParameterizedTest(name = "{0} answered {1}")
    @CsvSource({
        "1003, 5003003201F4",
        "1001, 7F1022",
        "22F190, 62F19041",
        "22, 7F2213",
        "2701, 7F2737",
        "3E01, 7F3E12",
        "31010203, 7F3188",
        "3601, 7F3673",
        "2901000001000000, 7F295C",
        "8301, 7F8311",
        "14FFFFFF, 54"
    })
    void an_exchange_that_the_standard_allows_passes(String request, String response) {
        assertThat(answer(request, response).verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0} answered {1}: {2}")
    @CsvSource({
        "22F190, 7F2273, has no such code",
        "8301, 7F8312, the standard has not",
        "8301, C301, the standard has not",
        "3E01, 7F3E13, reserved sub-function",
        "3E, 7F3E12, without its sub-function",
        "22F1, 7F2222, wrong length",
        "22F1, 62F1, cannot be right",
        "3E01, 7E01, cannot be right",
        "3E80, 7E00, suppression was asked for",
        "1003, 5001003201F4, repeats byte 1",
        "1003, 5003, wrong length",
        "22F190, 62F18C01, not asked",
        "2E123400, 6E1235, repeats byte 2",
        "22F190, 7F22, no negative response of three bytes"
    })
    void an_exchange_that_it_does_not_allow_fails(String request, String response, String words) {
        Finding finding = answer(request, response);

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains(words);
    }

    @Test
    void a_functional_request_that_is_not_supported_is_met_with_silence() {
        Tale asked = UP.tell("request", 1, Kind.UDS, uds("all", "request", "22FFFF", "22"));

        assertThat(judge("UDS-ANSWER", asked.tell("no", 1.01, Kind.UDS, uds("BMS", "response", "7F2231", "22")))
                        .reason())
                .contains("instead of silence");
        assertThat(judge("UDS-ANSWER", asked.tell("yes", 1.01, Kind.UDS, uds("BMS", "response", "7F2222", "22")))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void after_response_pending_everything_is_told() {
        Tale pending = request("31810203").tell("wait", 1.04, Kind.UDS, uds("BMS", "response", "7F3178", "31"));
        Tale done = pending.tell("end", 3, Kind.UDS, uds("BMS", "response", "7101020300", "31"));

        assertThat(judge("UDS-ANSWER", done).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge("UDS-TIME", done).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge("UDS-SILENCE", pending.untilTime(20)).reason()).contains("after response pending");
    }

    @ParameterizedTest(name = "pending after {0} s, again after {1} s, done after {2} s: {3}")
    @CsvSource({"1.04, 3, 4, PASS", "1.09, 3, 4, FAIL", "1.04, 2, 4, FAIL", "1.04, 6.2, 7, FAIL", "1.04, 5, 11, FAIL"})
    void responses_come_within_their_times(double first, double second, double last, Verdict verdict) {
        Tale story = request("31010203")
                .tell("first", first, Kind.UDS, uds("BMS", "response", "7F3178", "31"))
                .tell("second", second, Kind.UDS, uds("BMS", "response", "7F3178", "31"))
                .tell("last", last, Kind.UDS, uds("BMS", "response", "7101020300", "31"));

        assertThat(judge("UDS-TIME", story).verdict()).isEqualTo(verdict);
    }

    @Test
    void a_unit_that_runs_is_not_silent_and_one_that_does_not_may_be() {
        Tale silent = request("22F190").untilTime(5);

        assertThat(judge("UDS-SILENCE", silent).reason()).contains("no response came");
        assertThat(judge("UDS-SILENCE", silent.changed("up", "powered", "false"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge("UDS-SILENCE", silent.without("boot")).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge("UDS-SILENCE", silent.tell("again", 2, Kind.BOOT, "ecu", "BMS"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void the_first_request_after_a_restart_may_be_lost_with_the_connection_that_was_open() {
        assertThat(judge("UDS-SILENCE", restarted()).verdict()).isEqualTo(Verdict.PASS);
    }

    static Stream<Arguments> silentWithoutExcuse() {
        Tale restarted = restarted();
        return Stream.of(
                arguments("there was no connection", restarted.without("asked").without("answered")),
                arguments(
                        "the exchange before went over a bus",
                        restarted.changed("asked", "link", "drive").changed("answered", "link", "drive")),
                arguments(
                        "the connection was with another unit",
                        restarted.changed("asked", "ecu", "NAV").changed("answered", "ecu", "NAV")),
                arguments("the request goes over a bus", restarted.changed("lost", "link", "drive")),
                arguments("another unit has restarted", restarted.changed("restart", "ecu", "NAV")),
                arguments("nothing has restarted", restarted.without("restart")),
                arguments(
                        "a new connection is open already",
                        restarted
                                .tell("new", 15, Kind.UDS, ethernet("request", "22F190", "22"))
                                .tell("new", 15.01, Kind.UDS, ethernet("response", "62F19041", "22"))),
                arguments(
                        "the second request is lost too",
                        restarted
                                .tell("next", 30, Kind.UDS, ethernet("request", "22F190", "22"))
                                .untilTime(35)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silentWithoutExcuse")
    void silence_after_a_restart_is_excused_by_nothing_else(String what, Tale story) {
        assertThat(judge("UDS-SILENCE", story).reason()).contains("no response came");
    }

    /** A unit on Ethernet answers, restarts, and does not answer the next request. */
    private static Tale restarted() {
        return Tale.empty()
                .tell("up", 0, Kind.SUPPLY, "ecu", "IVI", "powered", "true")
                .tell("boot", 0.3, Kind.BOOT, "ecu", "IVI", "from", "application")
                .tell("asked", 1, Kind.UDS, ethernet("request", "22F190", "22"))
                .tell("answered", 1.01, Kind.UDS, ethernet("response", "62F19041", "22"))
                .tell("restart", 10, Kind.BOOT, "ecu", "IVI", "from", "application")
                .tell("lost", 20, Kind.UDS, ethernet("request", "22F190", "22"))
                .untilTime(25);
    }

    @Test
    void the_suppress_bit_hides_no_refusal() {
        assertThat(judge("UDS-SILENCE", request("3E80").untilTime(5)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge("UDS-SILENCE", request("3E81").untilTime(5)).reason()).contains("hides no refusal");
    }

    @Test
    void a_second_answer_has_no_request() {
        Tale twice = request("1001")
                .tell("one", 1.01, Kind.UDS, uds("BMS", "response", "5001003201F4", "10"))
                .tell("two", 1.02, Kind.UDS, uds("BMS", "response", "5001003201F4", "10"));

        assertThat(judge("UDS-UNASKED", twice).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge("UDS-UNASKED", twice.without("two")).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_busy_unit_answers_the_request_that_it_was_asked_last() {
        Tale busy = request("31010203")
                .tell("other", 1.01, Kind.UDS, uds("BMS", "request", "31010204", "31"))
                .tell("busy", 1.02, Kind.UDS, uds("BMS", "response", "7F3121", "31"))
                .tell("done", 1.03, Kind.UDS, uds("BMS", "response", "7101020300", "31"));

        assertThat(judge("UDS-ANSWER", busy).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void where_what_is_sent_is_disturbed_only_its_content_is_judged() {
        Tale silent = request("22F190")
                .untilTime(5)
                .tell("fault", 0.5, Kind.FAULT, "fault", "bus-noise", "state", "injected");

        assertThat(judge("UDS-SILENCE", silent).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(judge("UDS-TIME", silent).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(judge("UDS-UNASKED", silent).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(judge("UDS-ANSWER", silent).verdict()).isEqualTo(Verdict.PASS);
    }

    private static Finding answer(String request, String response) {
        return judge(
                "UDS-ANSWER",
                request(request)
                        .tell("response", 1.01, Kind.UDS, uds("BMS", "response", response, request.substring(0, 2))));
    }

    private static Tale request(String pdu) {
        return UP.tell("request", 1, Kind.UDS, uds("BMS", "request", pdu, pdu.substring(0, 2)));
    }

    private static String[] ethernet(String direction, String pdu, String sid) {
        String[] fields = uds("IVI", direction, pdu, sid);
        fields[1] = "ethernet";
        return fields;
    }

    private static String[] uds(String ecu, String direction, String pdu, String sid) {
        return new String[] {
            "link", "drive", "ecu", ecu, "direction", direction, "sid", sid.toUpperCase(Locale.ROOT), "pdu", pdu
        };
    }

    private static Finding judge(String rule, Tale story) {
        return JUDGE.invariant(rule).checker().check(story.history());
    }
}
