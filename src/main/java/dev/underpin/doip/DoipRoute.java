package dev.underpin.doip;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An entity's way to one target. The target has one conversation at a time (ISO 14229-2: one request at a time for a server; behind a
 * gateway it cannot tell testers apart): the messages of the tester whose request is being served pass at once, those of others wait
 * until it is answered or its time is over. Answers go to the tester whose request they fit, others to the tester served before.
 */
final class DoipRoute {
    /** P2 of a server and the way there and back on a loaded bus. */
    private static final long ANSWER = 150 * Nanos.MILLISECOND;

    /** P2* of a server, and the same way. */
    private static final long PENDING_ANSWER = 5_150 * Nanos.MILLISECOND;

    private static final int NEGATIVE = 0x7F;
    private static final int POSITIVE = 0x40;
    private static final int RESPONSE_PENDING = 0x78;

    private final int target;
    private final TesterLink link;
    private final int longest;
    private final BooleanSupplier reachable;
    private final Runnable freed;
    private final Alarm over;
    private final Deque<Outbound> waiting = new ArrayDeque<>();
    private final List<Integer> unanswered = new ArrayList<>();
    private boolean sending;
    private boolean refused;
    private int generation;
    private @Nullable DoipSession served;
    private @Nullable DoipSession before;

    private record Outbound(DoipSession session, byte[] message) {}

    /**
     * A way that nobody uses yet.
     *
     * @param longest longest message that the target's network carries, bytes
     * @param freed runs when a conversation is over
     */
    DoipRoute(
            Scheduler scheduler, int target, TesterLink link, int longest, BooleanSupplier reachable, Runnable freed) {
        this.target = target;
        this.link = link;
        this.longest = longest;
        this.reachable = reachable;
        this.freed = freed;
        over = scheduler.alarm(this::end);
        link.listen(() -> over.in(PENDING_ANSWER), message -> answered(message, () -> {}));
    }

    /** Takes a message, now or in its turn: the code of the acknowledgement or refusal. */
    int take(DoipSession session, byte[] message, int room) {
        if (message.length > longest) {
            return DoipCode.DIAGNOSTIC_TOO_LARGE;
        }
        if (waiting.size() >= room) {
            return DoipCode.DIAGNOSTIC_OUT_OF_MEMORY;
        }
        if (!reachable.getAsBoolean()) {
            return DoipCode.DIAGNOSTIC_TARGET_UNREACHABLE;
        }
        return forward(session, message) ? DoipCode.DIAGNOSTIC_ACKNOWLEDGED : DoipCode.DIAGNOSTIC_TRANSPORT_ERROR;
    }

    int waitingBytes() {
        int bytes = 0;
        for (Outbound outbound : waiting) {
            bytes += outbound.message.length;
        }
        return bytes;
    }

    boolean isFreeFor(DoipSession session) {
        return served == null || served == session;
    }

    /** Takes part in a request to all targets: its answers go to {@code session}. */
    void lend(DoipSession session, byte[] message) {
        serve(session, message);
        over.in(ANSWER);
    }

    /** Takes an answer; false when nobody is there to hear it, and then {@code sent} never runs. */
    boolean answered(byte[] message, Runnable sent) {
        if (message.length == 0) {
            return false;
        }
        int sid = message[0] == NEGATIVE && message.length > 1 ? message[1] & 0xFF : (message[0] & 0xFF) - POSITIVE;
        boolean fits = unanswered.contains(sid);
        DoipSession to = fits || before == null ? served : before;
        if (to == null) {
            to = before;
        }
        boolean heard = to != null && to.answer(target, message, sent);
        if (fits) {
            follow(sid, message);
        }
        return heard;
    }

    /** A tester has gone: what it wanted is left. */
    void leave(DoipSession session) {
        waiting.removeIf(outbound -> outbound.session == session);
    }

    void forget() {
        served = null;
        before = null;
        waiting.clear();
        unanswered.clear();
        over.cancel();
        sending = false;
        generation++;
    }

    /** Whether the target's transport protocol did not refuse it at once. */
    private boolean forward(DoipSession session, byte[] message) {
        waiting.add(new Outbound(session, message));
        refused = false;
        next();
        return !refused;
    }

    private void follow(int sid, byte[] message) {
        if (isPending(message)) {
            over.in(PENDING_ANSWER);
            return;
        }
        unanswered.remove(Integer.valueOf(sid));
        if (unanswered.isEmpty() && !sending) {
            end();
        } else if (!sending) {
            over.in(ANSWER);
        }
    }

    private static boolean isPending(byte[] message) {
        return message.length == 3 && message[0] == NEGATIVE && message[2] == RESPONSE_PENDING;
    }

    private void next() {
        Outbound outbound = sending ? null : nextOf(waiting.iterator());
        if (outbound == null) {
            return;
        }
        sending = true;
        serve(outbound.session, outbound.message);
        over.cancel();
        int sentIn = generation;
        link.send(outbound.message, () -> gone(sentIn, ANSWER), why -> refused(sentIn));
    }

    private @Nullable Outbound nextOf(Iterator<Outbound> queue) {
        while (queue.hasNext()) {
            Outbound outbound = queue.next();
            if (isFreeFor(outbound.session)) {
                queue.remove();
                return outbound;
            }
        }
        return null;
    }

    private void serve(DoipSession session, byte[] message) {
        if (served != session) {
            before = served == null ? before : served;
            served = session;
        }
        unanswered.add(message[0] & 0xFF);
    }

    private void refused(int sentIn) {
        refused = true;
        gone(sentIn, 0);
    }

    private void gone(int sentIn, long patience) {
        if (sentIn == generation) {
            sending = false;
            over.in(patience);
            next();
        }
    }

    private void end() {
        unanswered.clear();
        before = served;
        served = null;
        next();
        freed.run();
    }
}
