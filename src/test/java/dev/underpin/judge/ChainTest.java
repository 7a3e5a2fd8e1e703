package dev.underpin.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.time.Nanos;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Sign DONE = Screens.view("update.done");
    private static final Chain CHAIN = Chain.from(Screens.pressed("Confirm"))
            .then(10 * Nanos.SECOND, DONE)
            .where(view -> Screens.says(view, "ready"), "nobody is told");
    private static final Tale PRESSED =
            Tale.empty().tell("press", 1, Kind.PRESS, "screen", "app", "button", "Confirm", "effect", "accepted");

    @Test
    void isOpenBeforeItBegins() {
        Finding finding = CHAIN.check(Tale.empty().history());

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.reason()).contains("the press of \"Confirm\"");
    }

    @Test
    void isOpenWhileALinkMayStillCome() {
        assertThat(CHAIN.check(PRESSED.untilTime(11).history()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void passesAndNamesItsLinks() {
        Finding finding = CHAIN.check(done(11, "Your vehicle is ready").history());

        assertThat(finding.passed()).isTrue();
        assertThat(finding.records()).extracting(entry -> entry.kind()).containsExactly(Kind.PRESS, Kind.SCREEN);
    }

    @Test
    void failsWhenALinkDoesNotComeInTime() {
        Finding finding = CHAIN.check(PRESSED.untilTime(11.1).history());

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains("did not come within 10.0 s");
    }

    @Test
    void failsWhenALinkComesLate() {
        assertThat(CHAIN.check(done(12, "Your vehicle is ready").history()).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void failsWhenADemandIsNotMet() {
        Finding finding = CHAIN.check(done(5, "Thank you").history());

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains("nobody is told");
    }

    @Test
    void failsWhenSomethingComesBeforeItIsDue() {
        Chain chain = Chain.from(Screens.pressed("Confirm"))
                .then(10 * Nanos.SECOND, DONE)
                .without(Screens.view("update.error"));
        Tale story = done(5, "ready")
                .tell("error", 3, Kind.SCREEN, "screen", "app", "change", "shown", "view", "update.error");

        assertThat(chain.check(story.history()).reason()).contains("before it was due");
    }

    @Test
    void mayBeginAtTheLastOccasion() {
        Chain last = Chain.fromLast(Screens.pressed("Confirm")).then(10 * Nanos.SECOND, DONE);
        Tale twice = done(5, "ready")
                .tell("again", 6, Kind.PRESS, "screen", "app", "button", "Confirm", "effect", "accepted");

        assertThat(last.check(twice.history()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Tale done(double seconds, String text) {
        return PRESSED.tell(
                "done",
                seconds,
                Kind.SCREEN,
                "screen",
                "infotainment",
                "change",
                "shown",
                "view",
                "update.done",
                "text",
                text);
    }
}
