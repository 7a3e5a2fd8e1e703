package dev.underpin.doip;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The question to one socket's tester whether it is alive (ISO 13400-2:2019 clause 7.6, T_TCP_Alive_Check). */
final class AliveCheck {
    private final long patience;
    private final Runnable ask;
    private final Runnable dead;
    private final Alarm overdue;
    private final List<Consumer<Boolean>> waiting = new ArrayList<>();

    /**
     * A check not made yet.
     *
     * @param ask sends the question
     * @param dead closes the socket
     */
    AliveCheck(Scheduler scheduler, long patience, Runnable ask, Runnable dead) {
        this.patience = patience;
        this.ask = ask;
        this.dead = dead;
        overdue = scheduler.alarm(this::noAnswer);
    }

    /** Asks, unless it is asked already; {@code answer} gets whether the tester is alive. */
    void make(Consumer<Boolean> answer) {
        waiting.add(answer);
        if (!overdue.armed()) {
            overdue.in(patience);
            ask.run();
        }
    }

    /** The tester answered, or its socket ended. */
    void end(boolean alive) {
        overdue.cancel();
        List<Consumer<Boolean>> told = List.copyOf(waiting);
        waiting.clear();
        told.forEach(answer -> answer.accept(alive));
    }

    private void noAnswer() {
        dead.run();
        end(false);
    }
}
