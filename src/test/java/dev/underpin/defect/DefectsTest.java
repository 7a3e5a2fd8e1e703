package dev.underpin.defect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.defect.hunt.FeatureHunt;
import dev.underpin.defect.hunt.Grounds;
import dev.underpin.defect.hunt.Trail;
import dev.underpin.judge.Clauses;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.VirtualRig;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sample of each area, of what is found soonest: the scenarios that should find a defect do, and the failure says which promise it
 * breaks. All defects are hunted by {@code bench detection}.
 */
class DefectsTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");
    private static final VirtualRig SOUND = new VirtualRig(RigFile.read(RIG), RIG, 1, Path.of("target/images"));
    private static final Path FEATURES = Path.of("features");
    private static final FeatureHunt HUNT =
            FeatureHunt.whereExpected(new Grounds(SOUND, FEATURES, Clauses.read(FEATURES)));

    private static final Set<String> SAMPLE = Set.of(
            "answers-too-late",
            "answers-under-foreign-identifier",
            "any-block-counter",
            "any-image-accepted",
            "asked-before-download-complete",
            "asks-to-wait-without-end",
            "call-ignored",
            "changed-outside-update-mode",
            "charge-told-wrongly",
            "charger-does-not-count",
            "code-of-no-service",
            "commands-not-passed-on",
            "consent-without-a-no",
            "consent-without-duration",
            "consent-without-purpose",
            "deaf-to-flow-control",
            "details-without-version",
            "does-not-pad",
            "doubles-consecutive-frames",
            "erases-in-any-session",
            "everybody-refused",
            "fingerprint-skipped",
            "guidance-garbled",
            "guidance-not-fetched",
            "ignores-separation-time",
            "image-check-skipped",
            "install-time-not-told",
            "length-not-looked-at",
            "length-too-great",
            "loses-consecutive-frames",
            "loses-trouble-codes",
            "makes-up-answers",
            "moves-parts-while-moving",
            "never-activated",
            "never-asks-to-wait",
            "never-confirmed",
            "never-in-sync",
            "not-told-to-be-ready",
            "offer-not-announced",
            "offered-without-permission",
            "outdated-vehicle-let-in",
            "outdated-vehicle-not-refused",
            "overflows-at-once",
            "ready-while-erased",
            "refusal-for-another-reason",
            "refusal-without-phone",
            "request-of-the-app-ignored",
            "reset-that-does-nothing",
            "schedule-button-missing",
            "second-answer-not-noticed",
            "session-not-opened",
            "shares-without-answer",
            "status-told-wrongly",
            "try-later-not-told",
            "updates-on-slope",
            "updates-with-poor-network",
            "vehicle-not-identified",
            "version-can-be-written",
            "waits-without-end",
            "wrong-sequence-number",
            "wrong-unit-not-noticed");

    static List<Defect> sample() {
        return Catalogue.all(SOUND.table()).stream()
                .filter(defect -> SAMPLE.contains(defect.id()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sample")
    void a_defect_turns_a_scenario_to_fail_and_names_the_broken_promise(Defect defect) {
        Trail trail = HUNT.hunt(defect);
        assertThat(trail.caught()).as(trail.words()).isTrue();
        assertThat(trail.named())
                .as("%s has to name %s, not only: %s", trail.where(), defect.broken(), trail.words())
                .isTrue();
    }

    @Test
    void the_sample_is_of_the_catalogue() {
        assertThat(sample()).extracting(Defect::id).containsExactlyInAnyOrderElementsOf(SAMPLE);
    }
}
