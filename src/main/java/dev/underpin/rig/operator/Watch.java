package dev.underpin.rig.operator;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operator is to watch one screen for: he types the number of the view that he sees. The question stands until he has answered, as
 * often as somebody looks; one about another view as well is put anew with both. What he saw stays there until a button of the screen was pressed,
 * and is written down as the screen's.
 */
final class Watch {
    private final String screen;
    private final Operator operator;
    private final Scheduler scheduler;
    private final Pen pen;
    private final List<String> views = new ArrayList<>();
    private @Nullable String seen;
    private @Nullable String question;
    private long asked;

    Watch(String screen, Operator operator, Scheduler scheduler, Pen pen) {
        this.screen = screen;
        this.operator = operator;
        this.scheduler = scheduler;
        this.pen = pen;
    }

    /** Whether he has seen a view. */
    boolean sees(String view) {
        if (seen != null) {
            return seen.equals(view);
        }
        if (!views.contains(view)) {
            views.add(view);
            ask();
        }
        String put = question;
        if (put != null) {
            operator.answer(put).flatMap(this::meant).ifPresent(this::saw);
            if (seen == null && scheduler.now() - asked >= operator.within()) {
                throw operator.unanswered(put);
            }
        }
        return view.equals(seen);
    }

    /** The screen was touched: what it shows may be something else now. */
    void touched() {
        seen = null;
        question = null;
        views.clear();
    }

    private void ask() {
        StringBuilder choices = new StringBuilder();
        for (int i = 0; i < views.size(); i++) {
            choices.append(i == 0 ? "" : ", ").append("%d when it shows '%s'".formatted(i + 1, views.get(i)));
        }
        String put = "watch the %s; type %s".formatted(screen, choices);
        question = put;
        asked = scheduler.now();
        operator.put(put);
    }

    private Optional<String> meant(String answer) {
        for (int i = 0; i < views.size(); i++) {
            if (answer.equals(Integer.toString(i + 1))) {
                return Optional.of(views.get(i));
            }
        }
        ask();
        return Optional.empty();
    }

    private void saw(String view) {
        seen = view;
        pen.write(
                Kind.SCREEN,
                "operator",
                Fields.of("screen", screen).and("change", "shown").and("view", view));
    }
}
