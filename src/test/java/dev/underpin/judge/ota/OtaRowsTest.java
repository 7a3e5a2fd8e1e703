package dev.underpin.judge.ota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Kind;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the updates' catalogue before updates told by hand. */
class OtaRowsTest {
    @ParameterizedTest
    @CsvSource({
        "ota-M1, verification-failed, arbitrary-software",
        "ota-M3, verification-failed, freeze",
        "ota-M4, verification-failed, rollback",
        "ota-M10, verification-failed, mix-and-match",
        "ota-C5, verification-failed, wrong-vehicle",
        "ota-C7, verification-failed, wrong-hardware",
        "ota-C12, verification-failed, arbitrary-software",
        "ota-M18, cloud-unavailable, partial-bundle",
        "ota-N5, network, slow-retrieval"
    })
    void an_attack_has_to_be_refused_before_any_erase_and_reported_by_its_name(
            String row, String reason, String attack) {
        Tale told = outcome(attacked(), "update.error", reason);

        assertThat(judged(row, reported(told, attack))).isEqualTo(Verdict.PASS);
        assertThat(judged(row, told)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(row, reported(told, "endless-joy"))).isEqualTo(Verdict.FAIL);
        assertThat(judged(row, reported(outcome(erased(), "update.error", reason), attack)))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged(row, reported(outcome(attacked(), "update.done", ""), attack)))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged(row, reported(outcome(attacked(), "update.error", "battery"), attack)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void an_end_that_the_user_chose_before_the_attack_took_effect_decides_nothing() {
        assertThat(judged("ota-M9", outcome(attacked(), "update.error", "cancelled")))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void what_resumes_is_judged_by_its_end() {
        Tale failed = outcome(attacked(), "update.error", "network");

        assertThat(judged("ota-N2", failed)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged("ota-N2", outcome(failed, "update.done", ""))).isEqualTo(Verdict.PASS);
    }

    @Test
    void what_goes_on_asks_for_what_follows_and_gets_no_byte_twice() {
        Tale done = outcome(part(part(attacked(), "bytes=0-99", "100"), "bytes=100-199", "100"), "update.done", "");
        Tale anew = outcome(part(part(attacked(), "bytes=0-99", "100"), "bytes=0-199", "200"), "update.done", "");

        assertThat(judged("ota-N2", done)).isEqualTo(Verdict.PASS);
        assertThat(judged("ota-N2", anew)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_resumes_and_what_is_refused_are_judged_apart() {
        Tale refused = outcome(attacked(), "update.error", "cloud-unavailable");

        assertThat(judged("ota-C1-refused", refused)).isEqualTo(Verdict.PASS);
        assertThat(judged("ota-C1-refused", outcome(attacked(), "update.done", "")))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("ota-C1-resumed", refused)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void an_older_image_and_an_impossible_order_are_reported_by_their_names() {
        Tale refused =
                outcome(attacked(), "update.error", "verification-failed").changed("outcome", "text", "No");

        assertThat(judged("ota-I4", reported(refused, "rollback"))).isEqualTo(Verdict.PASS);
        assertThat(judged("ota-I4", refused)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged("ota-I4", reported(refused, "freeze"))).isEqualTo(Verdict.FAIL);
        assertThat(judged("ota-E3", reported(refused, "mix-and-match"))).isEqualTo(Verdict.PASS);
        assertThat(judged("ota-E3", reported(refused, "freeze"))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_is_up_to_date_is_reported_so_and_not_written() {
        Tale done = outcome(attacked(), "update.done", "").changed("outcome", "text", "Version 1");
        Tale said = reported(done, "")
                .changed("manifest", "request", "{\"signed\":{\"ecus\":[{\"result\":\"up-to-date\"}]}}");

        assertThat(judged("ota-I5", said)).isEqualTo(Verdict.PASS);
        assertThat(judged("ota-I5", done)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(
                        "ota-I5",
                        said.changed("manifest", "request", "{\"signed\":{\"ecus\":[{\"result\":\"installed\"}]}}")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_report_that_comes_again_has_to_be_refused_for_its_nonce() {
        Tale dropped = reported(outcome(attacked(), "update.done", ""), "")
                .changed("outcome", "text", "Version 2")
                .changed("manifest", "status", "409")
                .changed("manifest", "response", "{\"error_code\":\"nonce-reused\"}");

        assertThat(judged("ota-C8", dropped.changed("manifest", "status", "200")))
                .isEqualTo(Verdict.FAIL);
    }

    private static Tale part(Tale story, String range, String bytes) {
        return story.tell(
                "part",
                12,
                Kind.HTTP,
                "leg",
                "vehicle",
                "method",
                "GET",
                "path",
                "/vehicle/v1/images/b",
                "range",
                range,
                "status",
                "206",
                "bytes",
                bytes);
    }

    @Test
    void a_cloud_with_a_wrong_clock_is_refused_and_a_new_unit_reported() {
        assertThat(judged("ota-C11", outcome(attacked(), "update.error", "cloud-unavailable")))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("ota-C11", outcome(attacked(), "update.done", ""))).isEqualTo(Verdict.FAIL);
        assertThat(judged(
                        "ota-C7-again", outcome(attacked(), "update.done", "").changed("outcome", "text", "Version 2")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_refusal_has_to_be_told_with_its_reason() {
        assertThat(judged("ota-N9", outcome(attacked(), "update.error", "network")))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("ota-N9", outcome(attacked(), "update.error", "battery")))
                .isEqualTo(Verdict.FAIL);
        assertThat(judged("ota-N9", outcome(erased(), "update.error", "network")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_may_resume_or_be_refused_must_do_one_of_both() {
        assertThat(judged("ota-N10", outcome(attacked(), "update.done", ""))).isEqualTo(Verdict.PASS);
        assertThat(judged("ota-N10", outcome(attacked(), "update.error", "network")))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("ota-N10", outcome(erased(), "update.error", "network")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void an_image_that_is_not_there_is_not_asked_for_for_ever() {
        Tale often = attacked();
        for (int i = 0; i < 7; i++) {
            often = often.tell(
                    "asked", 11, Kind.HTTP, "leg", "vehicle", "method", "GET", "path", "/vehicle/v1/images/a.upi");
        }

        assertThat(judged("ota-C3", outcome(attacked(), "update.error", "cloud-unavailable")))
                .isEqualTo(Verdict.PASS);
        assertThat(judged("ota-C3", outcome(often, "update.error", "cloud-unavailable")))
                .isEqualTo(Verdict.FAIL);
    }

    private static Tale attacked() {
        return Tale.empty()
                .tell("fault", 10, Kind.FAULT, "fault", "metadata-forged", "target", "x", "state", "injected");
    }

    private static Tale erased() {
        return attacked()
                .tell("erase", 12, Kind.UDS, "ecu", "BMS", "direction", "request", "pdu", "3101FF00", "sid", "31");
    }

    private static Tale outcome(Tale story, String view, String reason) {
        return story.tell(
                "outcome",
                20,
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

    private static Tale reported(Tale story, String attack) {
        return story.tell(
                "manifest",
                21,
                Kind.HTTP,
                "leg",
                "vehicle",
                "method",
                "POST",
                "path",
                "/vehicle/v1/V1/manifest",
                "status",
                "200",
                "request",
                "{\"signed\":{\"attack\":\"%s\"}}".formatted(attack));
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
