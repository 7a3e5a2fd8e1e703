package dev.underpin.vehicle.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TouchScreenTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final TouchScreen screen = new TouchScreen(scheduler, "infotainment");
    private final List<String> seen = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    TouchScreenTest() {
        screen.watch(new Onlooker());
        screen.onPress(taken::add);
        screen.show(HomeView.infotainment());
    }

    private void touch(String button) {
        screen.touch(button);
        scheduler.runUntil(scheduler.now() + 250 * Nanos.MILLISECOND);
    }

    @Test
    void aTouchReachesTheSoftwareWithinAQuarterOfASecond() {
        screen.light(true);
        touch("Diagnostics");

        assertThat(taken).containsExactly("Diagnostics");
    }

    @Test
    void aDarkScreenTakesNoTouchAndShowsNothing() {
        touch("Diagnostics");

        assertThat(taken).isEmpty();
        assertThat(screen.views()).isEmpty();
        assertThat(seen).containsExactly("press Diagnostics false");
    }

    @Test
    void aDeadPanelShowsItsPictureButTakesNoTouch() {
        screen.light(true);
        screen.touchWorks(false);
        touch("Diagnostics");

        assertThat(taken).isEmpty();
        assertThat(screen.view("home")).isPresent();
        assertThat(screen.responsive()).isFalse();
    }

    @Test
    void aTouchBesideEveryButtonHasNoEffect() {
        screen.light(true);
        touch("Fly");

        assertThat(taken).isEmpty();
        assertThat(seen).contains("press Fly false");
    }

    @Test
    void aViewWhoseAnswerIsOnItsWayTakesNoOther() {
        screen.light(true);
        screen.show(View.of("diag.consent", "Share?").withButtons("Allow", "Don't Allow"));
        screen.onPress(button -> screen.dismiss("diag.consent"));

        assertThat(screen.touch("Allow")).isTrue();
        scheduler.runUntil(17 * Nanos.MILLISECOND);
        assertThat(screen.touch("Don't Allow")).isFalse();
        assertThat(screen.touch("Allow")).isFalse();
        scheduler.runUntil(Nanos.SECOND);

        assertThat(taken).containsExactly("Allow");
        assertThat(seen).contains("press Allow true", "press Don't Allow false", "press Allow false");
    }

    @Test
    void anotherViewTakesATouchMeanwhileAndTheSameOneTakesTheNext() {
        screen.light(true);
        screen.show(View.of("update.available", "Update").withButtons("Later"));

        assertThat(screen.touch("Diagnostics")).isTrue();
        assertThat(screen.touch("Later")).isTrue();
        scheduler.runUntil(TouchScreen.TOUCH_LATENCY);
        assertThat(screen.touch("Navigation")).isTrue();
        scheduler.runUntil(Nanos.SECOND);

        assertThat(taken).containsExactly("Diagnostics", "Later", "Navigation");
    }

    @Test
    void whatSoftwareShowsComesBackWithTheLight() {
        screen.light(true);
        screen.light(false);
        screen.show(View.of("diag.session", "Technical support is connected"));
        screen.light(true);

        assertThat(seen).containsExactly("shown home", "dismissed home", "shown home", "shown diag.session");
    }

    @Test
    void aViewThatChangesIsUpdatedAndOneThatDoesNotIsNoNews() {
        screen.light(true);
        screen.show(View.of("update.download", "Downloading").withProgress(1));
        screen.show(View.of("update.download", "Downloading").withProgress(1));
        screen.show(View.of("update.download", "Downloading").withProgress(2));

        assertThat(seen).containsExactly("shown home", "shown update.download", "updated update.download");
    }

    @Test
    void aButtonOfSeveralViewsBelongsToTheYoungest() {
        List<String> owners = new ArrayList<>();
        Presses.route(screen, "diag.", (view, button) -> owners.add("diagnostics " + button));
        Presses.route(screen, "update.", (view, button) -> owners.add("update " + button));
        screen.light(true);
        screen.show(View.of("update.error", "Error").withButtons("Retry"));
        screen.show(View.of("diag.refused", "Refused").withButtons("Retry"));
        touch("Retry");

        assertThat(owners).containsExactly("diagnostics Retry");
    }

    private final class Onlooker implements ScreenListener {
        @Override
        public void shown(String name, View view) {
            seen.add("shown " + view.id());
        }

        @Override
        public void updated(String name, View view) {
            seen.add("updated " + view.id());
        }

        @Override
        public void dismissed(String name, View view) {
            seen.add("dismissed " + view.id());
        }

        @Override
        public void pressed(String name, String button, boolean accepted) {
            seen.add("press " + button + " " + accepted);
        }
    }
}
