package dev.underpin.instrument;

import dev.underpin.serial.ByteLine;
import dev.underpin.serial.DeviceError;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Commands to an instrument, one after the other: the next leaves when the one before is answered, if it has an answer. What goes wrong leaves
 * the run as a {@link DeviceError}, and what was still to be said is forgotten.
 *
 * <p>Threading: the scheduler's thread. Closing it closes the line.
 */
final class Conversation implements ByteLine.Listener, AutoCloseable {
    private static final long LIMIT = 2 * Nanos.SECOND;
    private static final int LONGEST = 4_096;

    private record Turn(
            byte[] bytes, String shown, @Nullable Answer answer, long pause) {}

    /**
     * What is to come back.
     *
     * @param expected in words that complete "expected ..."
     * @param whole whether what came so far is all of it
     * @param then takes it
     */
    record Answer(String expected, Predicate<String> whole, Consumer<String> then) {}

    private final ByteLine line;
    private final String device;
    private final Alarm late;
    private final Alarm rested;
    private final Queue<Turn> turns = new ArrayDeque<>();
    private final StringBuilder heard = new StringBuilder();
    private @Nullable Turn current;
    private boolean closed;

    Conversation(Scheduler scheduler, ByteLine line, String device) {
        this.line = line;
        this.device = "%s %s".formatted(device, line.name());
        late = scheduler.alarm(this::giveUp);
        rested = scheduler.alarm(this::done);
        line.listen(this);
    }

    /** Says something that nothing comes back of. */
    void tell(byte[] bytes, String shown) {
        add(new Turn(bytes, shown, null, 0));
    }

    /** Says something and takes what comes back. */
    void ask(byte[] bytes, String shown, Answer answer) {
        add(new Turn(bytes, shown, answer, 0));
    }

    /** Says nothing for so many nanoseconds. */
    void rest(long nanos) {
        add(new Turn(new byte[0], "", null, nanos));
    }

    /** Whether all is said and answered. */
    boolean over() {
        return current == null && turns.isEmpty();
    }

    /** An error of this instrument. */
    DeviceError error(String command, String expected, String found, String advice) {
        return new DeviceError(device, command, expected, found, advice);
    }

    private void add(Turn turn) {
        turns.add(turn);
        next();
    }

    private void next() {
        while (current == null && !turns.isEmpty() && !closed) {
            Turn turn = turns.remove();
            heard.setLength(0);
            if (turn.pause() > 0) {
                current = turn;
                rested.in(turn.pause());
                return;
            }
            if (turn.answer() != null) {
                current = turn;
                late.in(LIMIT);
            }
            line.write(turn.bytes());
        }
    }

    @Override
    public void bytes(byte[] some) {
        Turn turn = current;
        if (turn == null || turn.answer() == null) {
            return;
        }
        heard.append(new String(some, StandardCharsets.ISO_8859_1));
        String text = heard.toString();
        if (turn.answer().whole().test(text)) {
            late.cancel();
            current = null;
            answered(turn.answer(), text);
            next();
        } else if (text.length() > LONGEST) {
            giveUp();
        }
    }

    private void answered(Answer answer, String text) {
        try {
            answer.then().accept(text);
        } catch (DeviceError wrong) {
            turns.clear();
            throw wrong;
        }
    }

    private void done() {
        current = null;
        next();
    }

    private void giveUp() {
        Turn turn = current;
        if (turn == null || turn.answer() == null) {
            return;
        }
        String text = heard.toString().replaceAll("[^ -~]+", " ").strip();
        stop();
        throw error(
                turn.shown(),
                turn.answer().expected(),
                text.isEmpty() ? "no answer within 2 s" : "'" + text.substring(0, Math.min(60, text.length())) + "'",
                "see that it is on, that the port is its own (ls -l /dev/serial/by-id) and that baud is right");
    }

    private void stop() {
        late.cancel();
        rested.cancel();
        current = null;
        turns.clear();
    }

    @Override
    public void lost(String how) {
        stop();
        throw error("running", "it to stay connected", how, "plug it in, then start the run again");
    }

    @Override
    public void close() {
        stop();
        closed = true;
        line.close();
    }
}
