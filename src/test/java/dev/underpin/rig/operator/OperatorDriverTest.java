package dev.underpin.rig.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.rig.RigError;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorDriverTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final VirtualAwait await = new VirtualAwait(scheduler);
    private final History history = new History();
    private final Pen pen = new Pen(history, scheduler);
    private final Script terminal = new Script();
    private final OperatorDriver driver =
            new OperatorDriver(new Operator(scheduler, terminal, await, pen, 60 * Nanos.SECOND), scheduler, pen);

    /** An operator who types given lines at given times. */
    private final class Script implements Terminal {
        private final List<String> shown = new ArrayList<>();
        private final List<String> typed = new ArrayList<>();

        @Override
        public void show(String line) {
            shown.add(line);
        }

        @Override
        public Optional<String> line() {
            return typed.isEmpty() ? Optional.empty() : Optional.of(typed.removeFirst());
        }

        void types(int seconds, String line) {
            scheduler.after(seconds * Nanos.SECOND, () -> typed.add(line));
        }
    }

    @Test
    void he_is_told_what_to_press_and_his_answer_is_in_the_history() {
        terminal.types(10, "y");

        assertThat(driver.press("infotainment", "Install Update")).isTrue();

        assertThat(terminal.shown)
                .containsExactly("operator: press \"Install Update\" on the infotainment [y: done, n: not possible]");
        assertThat(history.of(Kind.PRESS)).singleElement().satisfies(press -> {
            assertThat(press.text("button")).isEqualTo("Install Update");
            assertThat(press.text("effect")).isEqualTo("accepted");
        });
        assertThat(history.of(Kind.ACTION)).singleElement().satisfies(asked -> {
            assertThat(asked.text("value")).startsWith("press \"Install Update\"");
            assertThat(asked.text("reason")).isEqualTo("y");
        });
    }

    @Test
    void what_is_no_answer_is_asked_for_again_and_no_means_no() {
        terminal.types(1, "perhaps");
        terminal.types(2, "n");

        assertThat(driver.gear("D")).isFalse();

        assertThat(terminal.shown).hasSize(2);
        assertThat(history.of(Kind.ACTION)).anySatisfy(record -> {
            assertThat(record.text("action")).isEqualTo("gear");
            assertThat(record.is("granted", "false")).isTrue();
        });
    }

    @Test
    void an_operator_who_does_not_answer_in_time_is_the_rigs_failure() {
        assertThatThrownBy(() -> driver.ignition(true))
                .isInstanceOf(RigError.class)
                .hasMessage("the operator did not answer within 60 s: turn the ignition on [y: done, n: not possible]");
        assertThat(scheduler.now()).isBetween(60 * Nanos.SECOND, 61 * Nanos.SECOND);
    }

    @Test
    void he_watches_for_several_views_at_once_and_is_asked_once_for_each_set() {
        terminal.types(20, "2");
        scheduler.after(Nanos.MINUTE, () -> {});

        await.untilTrue(
                "a view",
                Nanos.MINUTE,
                () -> {
                    if (!driver.sees("infotainment", "update.confirm")
                            && !driver.sees("infotainment", "update.error")) {
                        scheduler.after(Nanos.SECOND, () -> {});
                        return false;
                    }
                    return true;
                },
                () -> "nothing");

        assertThat(driver.sees("infotainment", "update.confirm")).isFalse();
        assertThat(driver.sees("infotainment", "update.error")).isTrue();
        assertThat(terminal.shown)
                .containsExactly(
                        "operator: watch the infotainment; type 1 when it shows 'update.confirm'",
                        "operator: watch the infotainment; type 1 when it shows 'update.confirm', 2 when it shows"
                                + " 'update.error'");
        assertThat(history.of(Kind.SCREEN))
                .singleElement()
                .satisfies(shown -> assertThat(shown.text("view")).isEqualTo("update.error"));
    }

    @Test
    void buttons_and_lamps_are_typed_with_commas() {
        terminal.types(1, "Install Update, Later");
        terminal.types(2, "");

        assertThat(driver.buttons("infotainment")).containsExactly("Install Update", "Later");
        assertThat(driver.buttons("infotainment")).hasSize(2);
        assertThat(driver.lamps()).isEmpty();
        assertThat(terminal.shown).hasSize(2);
    }

    @Test
    void a_terminal_gives_whole_lines_and_never_waits() {
        StringWriter paper = new StringWriter();
        Terminal plain = Terminal.of(new PrintWriter(paper), new StringReader("y\nhalf\n"));

        plain.show("ready?");

        assertThat(paper.toString()).isEqualToIgnoringNewLines("ready?");
        assertThat(plain.line()).contains("y");
        assertThat(plain.line()).contains("half");
    }
}
