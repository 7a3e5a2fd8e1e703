package dev.underpin.rig.operator;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.RigError;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.time.Alarm;
import dev.underpin.time.Await;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the operator and writes each question and answer into the history, as {@code ACTION} of {@code operator}. An answer that is none is
 * asked for again; none in time is the rig's failure.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class Operator {
    private static final long LOOK = 50 * Nanos.MILLISECOND;

    private final Scheduler scheduler;
    private final Terminal terminal;
    private final Await await;
    private final Pen pen;
    private final long within;

    /**
     * The operator at a terminal.
     *
     * @param within how long he may take, nanoseconds
     */
    public Operator(Scheduler scheduler, Terminal terminal, Await await, Pen pen, long within) {
        this.scheduler = scheduler;
        this.terminal = terminal;
        this.await = await;
        this.pen = pen;
        this.within = within;
    }

    /** Asks him to do something; whether he could. */
    public boolean does(String what) {
        return ask(what + " [y: done, n: not possible]", Operator::yesOrNo);
    }

    /** Asks him whether something is so. */
    public boolean sees(String what) {
        return ask(what + " [y, n]", Operator::yesOrNo);
    }

    /** Asks him for a text. */
    public String tells(String what) {
        return ask(what, Optional::of);
    }

    private <T> T ask(String question, Function<String, Optional<T>> meaning) {
        put(question);
        return wait(question, meaning);
    }

    /** Asks without waiting; the answer is looked for with {@link #answer}. */
    void put(String question) {
        terminal.show("operator: " + question);
    }

    /** The answer to what was put, if it came; it is written down. */
    Optional<String> answer(String question) {
        Optional<String> line = terminal.line();
        line.ifPresent(answer -> note(question, answer, true));
        return line;
    }

    private <T> T wait(String question, Function<String, Optional<T>> meaning) {
        Alarm look = scheduler.alarm(() -> {});
        long end = scheduler.now() + within;
        try {
            return await.until(
                    question,
                    2 * within,
                    () -> {
                        if (!look.armed()) {
                            look.in(LOOK);
                        }
                        if (scheduler.now() >= end) {
                            throw unanswered(question);
                        }
                        return heard(question, meaning);
                    },
                    () -> "no answer");
        } finally {
            look.cancel();
        }
    }

    private <T> Optional<T> heard(String question, Function<String, Optional<T>> meaning) {
        Optional<String> line = terminal.line();
        Optional<T> meant = line.flatMap(meaning);
        if (line.isPresent() && meant.isEmpty()) {
            terminal.show("operator: '%s' is no answer; %s".formatted(line.get(), question));
        }
        meant.ifPresent(value -> note(question, line.orElse(""), !Boolean.FALSE.equals(value)));
        return meant;
    }

    /** Nobody answered. */
    RigError unanswered(String question) {
        note(question, "", false);
        return new RigError(
                "the operator did not answer within %.0f s: %s".formatted(Nanos.toSeconds(within), question));
    }

    long within() {
        return within;
    }

    private void note(String question, String answer, boolean granted) {
        pen.write(
                Kind.ACTION,
                "operator",
                Fields.of("action", "asked")
                        .and("value", question)
                        .and("granted", granted)
                        .and("reason", answer.isEmpty() ? "no answer" : answer));
    }

    private static Optional<Boolean> yesOrNo(String answer) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Optional.of(true);
            case "n", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
