package dev.underpin.judge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Kind;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows T1 to T15 before installations told by hand. */
class UpdateRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {"T1", "T2", "T7", "T9"})
    void new_software_told_as_done_and_old_software_told_as_failed_are_both_safe_and_nothing_else_is(String row) {
        Tale story = fault("transport", "BMS requests lost-frame once");

        assertThat(judged(row, done(boots(story, "new")))).isEqualTo(Verdict.PASS);
        assertThat(judged(row, failed(story, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged(row, done(story))).isEqualTo(Verdict.FAIL);
        assertThat(judged(row, failed(boots(story, "new"), "installation-failed")))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged(row, failed(boots(story, "old").changed("boot", "complete", "false"), "x")))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged(row, story)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void t7_a_unit_that_ran_its_new_software_before_the_fault_came_is_not_blamed_for_having_kept_it() {
        Tale programmed = boots(request(boots(Tale.empty(), "old", 1), 5, "3101FF00"), "new", 8);
        Tale story = programmed.tell(
                "fault", 10, Kind.FAULT, "fault", "bus-noise", "target", "drive 5000", "state", "injected");

        assertThat(judged("T7", done(story))).isEqualTo(Verdict.PASS);
        assertThat(judged("T7", failed(story, "installation-failed"))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t2_a_transport_that_stays_broken_ends_in_a_failure() {
        Tale story = fault("transport", "BMS requests wait always");

        assertThat(judged("T2", failed(story, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T2", done(boots(story, "new")))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t3_only_a_completed_installation_counts() {
        Tale story = fault("transport", "BMS requests stmin-127 once");

        assertThat(judged("T3", done(boots(story, "new")))).isEqualTo(Verdict.PASS);
        assertThat(judged("T3", failed(story, "installation-failed"))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t4_waiting_ends_at_the_limit_and_is_tried_three_times_at_most() {
        Tale story = fault("endless-pending", "BMS 3101F010 4000");
        Tale waits = request(response(request(story, 20, "3101F010"), 21, "7F3178", "78"), 85, "22F191");

        assertThat(judged("T4", failed(waits, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T4", failed(request(waits, 86, "3101F010"), "installation-failed", 170)))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("T4", failed(request(story, 20, "3101F010"), "installation-failed")))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("T4", done(boots(waits, "new")))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t5_each_response_code_has_its_reason_and_few_tries() {
        Tale story = response(fault("false-answer", "BMS 1002 7FSS22"), 20, "7F1022", "22");
        Tale supply = response(fault("false-answer", "BMS 3101F010 7FSS93"), 20, "7F3193", "93");
        Tale often = story;
        for (int i = 0; i < 3; i++) {
            often = response(often, 21 + i, "7F1022", "22");
        }

        assertThat(judged("T5", failed(story, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T5", failed(story, "low-voltage"))).isEqualTo(Verdict.FAIL);
        assertThat(judged("T5", failed(supply, "low-voltage"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T5", failed(supply, "installation-failed"))).isEqualTo(Verdict.FAIL);
        assertThat(judged("T5", failed(often, "installation-failed"))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t6_the_block_is_sent_again_with_the_same_counter() {
        Tale story = request(fault("answer-lost", "BMS 76"), 20, "3601");

        assertThat(judged("T6", done(boots(request(story, 25, "3601"), "new")))).isEqualTo(Verdict.PASS);
        assertThat(judged("T6", done(boots(request(story, 25, "3602"), "new")))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t8_after_its_reset_it_is_erased_and_written_from_the_start() {
        Tale reset = boots(fault("supply-cut", "BMS"), "old", 20);
        Tale again = request(request(request(reset, 30, "3101FF00"), 31, "340044"), 32, "3601");

        assertThat(judged("T8", done(boots(again, "new")))).isEqualTo(Verdict.PASS);
        assertThat(judged("T8", done(boots(request(reset, 30, "3605"), "new")))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t10_what_was_not_activated_is_found_out() {
        Tale story = boots(fault("false-answer", "BMS 3101F011 7101F01100"), "old", 40);
        Tale readBack = response(story, 41, "62F19531", "");

        assertThat(judged("T10", failed(readBack, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T10", failed(story, "installation-failed"))).isEqualTo(Verdict.FAIL);
        assertThat(judged("T10", done(readBack))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void t11_tries_to_unlock_are_few_and_apart() {
        Tale story = request(fault("false-answer", "BMS 2701 7F2737"), 20, "2701");

        assertThat(judged("T11", failed(request(story, 26, "2701"), "installation-failed")))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("T11", failed(request(story, 21, "2701"), "installation-failed")))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("T11", failed(request(story, 26, "3101FF00"), "installation-failed")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void t12_a_failed_check_is_never_activated() {
        Tale story = fault("false-answer", "BMS 31010202 7101020201");

        assertThat(judged("T12", failed(story, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T12", failed(request(story, 20, "3101F011"), "installation-failed")))
                .isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T14", "T15"})
    void what_cannot_be_reached_or_is_somebody_else_is_never_erased(String row) {
        Tale story = fault("route-blocked", "BMS");

        assertThat(judged(row, failed(story, "verification-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged(row, failed(request(story, 20, "3101FF00"), "installation-failed")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void t10_an_answer_that_is_given_away_before_the_activation_needs_no_reading_back() {
        Tale story = fault("false-answer", "BMS 37 77");

        assertThat(judged("T10", failed(story, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T10", failed(request(story, 40, "3101F011"), "installation-failed")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void t13_a_unit_that_is_not_back_is_found_out_and_reset() {
        Tale silenced = response(fault("false-answer", "BMS 1001 5001003201F4"), 20, "6803", "");
        Tale back = response(silenced, 30, "62F18601", "");
        Tale away = response(silenced, 30, "62F18603", "");

        assertThat(judged("T13", failed(back, "installation-failed"))).isEqualTo(Verdict.PASS);
        assertThat(judged("T13", failed(response(away, 31, "5101", ""), "installation-failed")))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("T13", failed(away, "installation-failed"))).isEqualTo(Verdict.FAIL);
        assertThat(judged("T13", failed(silenced, "installation-failed"))).isEqualTo(Verdict.FAIL);
    }

    private static Tale fault(String fault, String target) {
        return boots(Tale.empty(), "old", 1)
                .tell("fault", 10, Kind.FAULT, "fault", fault, "target", target, "state", "injected");
    }

    private static Tale boots(Tale story, String sha256) {
        return boots(story, sha256, 90);
    }

    private static Tale boots(Tale story, String sha256, double at) {
        return story.tell(
                "boot", at, Kind.BOOT, "ecu", "BMS", "from", "application", "sha256", sha256, "complete", "true");
    }

    private static Tale request(Tale story, double at, String pdu) {
        return story.tell(
                "request", at, Kind.UDS, "ecu", "BMS", "direction", "request", "pdu", pdu, "sid", pdu.substring(0, 2));
    }

    private static Tale response(Tale story, double at, String pdu, String nrc) {
        return story.tell("response", at, Kind.UDS, "ecu", "BMS", "direction", "response", "pdu", pdu, "nrc", nrc);
    }

    private static Tale done(Tale story) {
        return told(story, "update.done", "", 100);
    }

    private static Tale failed(Tale story, String reason) {
        return failed(story, reason, 100);
    }

    private static Tale failed(Tale story, String reason, double at) {
        return told(story, "update.error", reason, at);
    }

    private static Tale told(Tale story, String view, String reason, double at) {
        return story.tell(
                "outcome",
                at,
                Kind.SCREEN,
                "screen",
                "infotainment",
                "change",
                "shown",
                "view",
                view,
                "reason",
                reason);
    }

    private static Verdict judged(String row, Tale story) {
        return Judge.standard()
                .row(row)
                .orElseThrow()
                .checker()
                .check(story.history())
                .verdict();
    }
}
