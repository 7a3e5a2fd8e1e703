package dev.underpin.report;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.report.picture.Moments;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The vehicle time that each step of a scenario took, by the step records of its history. */
public final class StepTimes {
    private record Span(String text, long from, long to) {
        boolean belongsTo(StepOutcome step) {
            return !text.isEmpty() && step.text().endsWith(text);
        }

        String inWords() {
            return "%s – %s".formatted(Moments.clock(from), Moments.clock(to));
        }
    }

    private final List<Span> spans = new ArrayList<>();

    /**
     * Reads the times.
     *
     * @param end vehicle time at the end of the scenario, nanoseconds
     */
    public StepTimes(History history, long end) {
        List<Entry> started = history.of(Kind.STEP).stream()
                .filter(entry -> entry.is("state", "started"))
                .toList();
        for (int i = 0; i < started.size(); i++) {
            long to = i + 1 < started.size() ? started.get(i + 1).at() : end;
            spans.add(new Span(started.get(i).text("text"), started.get(i).at(), to));
        }
    }

    /** The steps with their times; a step without a record stays as it is. */
    public List<StepOutcome> on(List<StepOutcome> steps) {
        Deque<Span> left = new ArrayDeque<>(spans);
        return steps.stream().map(step -> timed(step, left)).toList();
    }

    private static StepOutcome timed(StepOutcome step, Deque<Span> left) {
        Span next = left.peek();
        if (next == null || !next.belongsTo(step)) {
            return step;
        }
        left.remove();
        return step.during(next.inWords());
    }
}
