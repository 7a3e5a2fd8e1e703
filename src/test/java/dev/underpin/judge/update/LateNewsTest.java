package dev.underpin.judge.update;

import static dev.underpin.judge.update.Records.http;
import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard when it is over: reports that waited for the link, and what the app shows from the cloud. */
class LateNewsTest {
    private static final Judge JUDGE = Judge.standard();
    private static final String MANIFEST = "/vehicle/v1/V1/manifest";
    private static final String REFUSED = "2026-11-02T07:00:15Z";
    private static final String INSTALLED = "2026-11-02T07:01:45Z";

    /** A report of an attempt that was refused waits from 50 s on; the next attempt is confirmed at 60 s. */
    @ParameterizedTest(name = "a report made at {0} is answered {1}: {2}")
    @CsvSource({
        REFUSED + ", FAILED, INCONCLUSIVE",
        REFUSED + ", IN_SYNC, INCONCLUSIVE",
        INSTALLED + ", IN_SYNC, PASS",
        INSTALLED + ", FAILED, FAIL",
    })
    void a_report_that_had_waited_proves_nothing_about_what_was_installed_since(
            String made, String status, Verdict verdict) {
        Story story = reported(waiting(), made, status);

        assertThat(JUDGE.judge("OTA-Q1", story.history()).verdict()).isEqualTo(verdict);
        assertThat(JUDGE.judge("OTA-Q4", story.history()).verdict()).isEqualTo(verdict);
    }

    @Test
    void the_report_behind_it_counts() {
        Story story = reported(reported(waiting(), REFUSED, "FAILED"), INSTALLED, "IN_SYNC");

        assertThat(JUDGE.judge("OTA-Q1", story.history()).verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "on the {0}: {1}")
    @CsvSource({"app, PASS", "infotainment, FAIL"})
    void a_refusal_stands_in_the_vehicle_and_not_in_the_app(String screen, Verdict verdict) {
        Story story = UpdateStories.lowBattery()
                .at(60)
                .press("Confirm")
                .at(61)
                .view(screen, "update.error", "Connect the vehicle to a charger", "Retry", "reason", "battery")
                .then(UpdateStories.installed(62));

        Finding finding = JUDGE.invariant("Q10").checker().check(story.history());

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(verdict);
    }

    private static Story waiting() {
        return UpdateStories.offered()
                .then(UpdateStories.installUpdate())
                .at(50)
                .record(
                        Kind.HTTP,
                        "leg",
                        "vehicle",
                        "method",
                        "POST",
                        "path",
                        MANIFEST,
                        "error",
                        "NO_BEARER: no network",
                        "request",
                        signed(REFUSED, 1))
                .at(60)
                .press("Confirm")
                .then(UpdateStories.installed(62).without(http("/manifest")))
                .at(120);
    }

    private static Story reported(Story story, String made, String status) {
        return story.post("vehicle", MANIFEST, signed(made, 2), "{\"status\":\"%s\"}".formatted(status));
    }

    /** What is sent again is signed again. */
    private static String signed(String made, int nonce) {
        return "{\"signed\":{\"at\":\"%s\",\"nonce\":\"%d\"}}".formatted(made, nonce);
    }
}
