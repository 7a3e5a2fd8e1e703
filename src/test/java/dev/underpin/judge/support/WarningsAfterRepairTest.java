package dev.underpin.judge.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which warnings after a repair are explained by what was done to the vehicle, and which say that it was none. */
class WarningsAfterRepairTest {
    private static final Judge JUDGE = Judge.standard();
    private static final String NO_LAMP = "no-lamp-while-healthy";
    private static final double NEVER = 0;
    /** After the repair, before the drive that follows it. */
    private static final double SOON = 56;

    private static final double LATE = 65;

    /** The session is opened at 32.3 s and closed as resolved at 50 s. */
    @ParameterizedTest(name = "{0}: {1} from {2} s to {3} s, a lamp at {4} s: {5}")
    @CsvSource({
        "harm in the session that lasts,                  supply-cut,      45, 0,  65, PASS",
        "harm that outlasts the session,                  supply-cut,      45, 55, 65, PASS",
        "harm that has healed and is not yet settled,     supply-cut,      45, 48, 56, PASS",
        "harm after the session,                          ecu-reset,       60, 0,  65, PASS",
        "a part that broke after the session,             interlock-open,  60, 0,  65, PASS",
        "harm in the session that has healed and settled, supply-cut,      45, 48, 65, FAIL",
        "harm that outlasted the session and has settled, supply-cut,      45, 52, 65, FAIL",
        "harm after the session that has settled,         ecu-reset,       51, 53, 65, FAIL",
        "harm before the session,                         supply-cut,      25, 0,  65, FAIL",
        "harm after the lamp,                             supply-cut,      70, 0,  65, FAIL",
        "a part that broke in the session,                cell-weak,       45, 0,  65, FAIL",
        "a kind of harm that nobody knows,                evil-eye,        45, 0,  65, FAIL"
    })
    void a_warning_after_a_repair(
            String what, String fault, double injected, double healed, double lamp, Verdict verdict) {
        Tale story = warns(fault(drivenOn(), fault, injected, healed), lamp);

        assertThat(proven(story).verdict()).isEqualTo(verdict);
        assertThat(JUDGE.judge("RD-Q1", story.history()).verdict()).isEqualTo(verdict);
        assertThat(driven(story).verdict()).isEqualTo(verdict);
    }

    @Test
    void the_end_of_another_harm_ends_none() {
        Tale story = fault(drivenOn(), "supply-cut", 45, NEVER)
                .tell("other", 46, Kind.FAULT, "fault", "supply-cut", "target", "GW", "state", "healed")
                .tell("other", 47, Kind.FAULT, "fault", "ecu-reset", "target", "ADAS", "state", "healed");

        assertThat(driven(warns(story, LATE)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(proven(warns(story, LATE)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_warning_that_is_explained_excuses_no_later_one() {
        Tale story = warns(fault(drivenOn(), "supply-cut", 45, 48), SOON);

        assertThat(driven(warns(story, LATE)).reason()).contains("warns again");
        assertThat(proven(warns(story, LATE)).reason()).contains("came back");
    }

    @Test
    void without_any_harm_a_lamp_after_the_repair_is_never_explained() {
        assertThat(driven(warns(drivenOn(), LATE)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(proven(warns(drivenOn(), LATE)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {42, 62})
    void after_an_update_harm_since_it_began_explains_a_warning(double harmed) {
        assertThat(driven(warns(fault(updated(), "blackout", harmed, NEVER), LATE))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource({"blackout, 30", "interlock-open, 42"})
    void after_an_update_neither_earlier_harm_nor_a_broken_part_explains_one(String fault, double harmed) {
        assertThat(driven(warns(fault(updated(), fault, harmed, NEVER), LATE)).reason())
                .contains("warns again");
    }

    @ParameterizedTest
    @CsvSource({"battery-temperature, PASS", "brake, FAIL"})
    void after_an_update_a_lamp_that_was_lit_before_it_is_none_of_its(String before, Verdict verdict) {
        Tale story = updated().tell("earlier", 20, Kind.LAMP, "lamp", before, "colour", "amber", "lit", "true");

        assertThat(driven(warns(story, LATE)).verdict()).isEqualTo(verdict);
    }

    private static Tale drivenOn() {
        return onTheRoad(SupportTales.resolved());
    }

    /** The installation is shown at 40 s, its success at 55 s. */
    private static Tale updated() {
        return onTheRoad(Tale.empty()
                .tell("install", 40, Kind.SCREEN, "screen", "infotainment", "change", "shown", "view", "update.install")
                .tell("done", 55, Kind.SCREEN, "screen", "infotainment", "change", "shown", "view", "update.done"));
    }

    private static Tale onTheRoad(Tale story) {
        return story.tell("on the road", 60, Kind.VEHICLE, "speed", "60", "gear", "D", "soc", "80", "ignition", "true");
    }

    private static Tale fault(Tale story, String fault, double injected, double healed) {
        Tale harmed = story.tell("harm", injected, Kind.FAULT, "fault", fault, "target", "ADAS", "state", "injected");
        return healed == NEVER
                ? harmed
                : harmed.tell("over", healed, Kind.FAULT, "fault", fault, "target", "ADAS", "state", "healed");
    }

    private static Tale warns(Tale story, double at) {
        return story.tell("warning", at, Kind.LAMP, "lamp", "battery-temperature", "colour", "amber", "lit", "true");
    }

    private static Finding proven(Tale story) {
        return JUDGE.invariant("SC-05").checker().check(story.history());
    }

    private static Finding driven(Tale story) {
        return JUDGE.invariant(NO_LAMP).checker().check(story.history());
    }
}
