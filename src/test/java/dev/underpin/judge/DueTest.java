package dev.underpin.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Screens;
import dev.underpin.time.Nanos;
import org.junit.jupiter.api.Test;

class DueTest {
    private static final Due DUE = new Due(
            history -> history.of(Kind.SCREEN).isEmpty() ? Finding.open("a view") : Finding.pass("seen"),
            Screens.pressed("Confirm"),
            10 * Nanos.SECOND);
    private static final Tale PRESSED =
            Tale.empty().tell("press", 1, Kind.PRESS, "screen", "app", "button", "Confirm", "effect", "accepted");

    @Test
    void isOpenUntilItsTimeHasBegunAndIsOver() {
        assertThat(DUE.check(Tale.empty().untilTime(60).history()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(DUE.check(PRESSED.untilTime(11).history()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void failsWhenItsTimeIsOver() {
        Finding finding = DUE.check(PRESSED.untilTime(12).history());

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains("a view", "10.0 s", "the press of \"Confirm\"");
        assertThat(finding.records()).hasSize(1);
    }

    @Test
    void leavesADecisionAlone() {
        Tale shown = PRESSED.tell("view", 30, Kind.SCREEN, "screen", "app", "change", "shown", "view", "update.done");

        assertThat(DUE.check(shown.history()).passed()).isTrue();
    }
}
