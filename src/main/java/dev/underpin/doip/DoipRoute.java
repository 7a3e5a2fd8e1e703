package dev.underpin.doip;

import dev.underpin.uds.TesterLink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A gateway's way to one target: requests leave one at a time, answers go to the tester that asked last. */
final class DoipRoute {
    private final int target;
    private final TesterLink link;
    private final BooleanSupplier reachable;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean sending;
    private int generation;
    private @Nullable DoipSession asker;

    DoipRoute(int target, TesterLink link, BooleanSupplier reachable) {
        this.target = target;
        this.link = link;
        this.reachable = reachable;
        link.listen(() -> {}, this::answered);
    }

    boolean isReachable() {
        return reachable.getAsBoolean();
    }

    void forward(DoipSession session, byte[] message) {
        asker = session;
        waiting.add(message);
        next();
    }

    void asker(DoipSession session) {
        asker = session;
    }

    void forget() {
        asker = null;
        waiting.clear();
        sending = false;
        generation++;
    }

    private void next() {
        if (sending || waiting.isEmpty()) {
            return;
        }
        sending = true;
        int sentIn = generation;
        link.send(waiting.remove(), () -> gone(sentIn), why -> gone(sentIn));
    }

    private void gone(int sentIn) {
        if (sentIn == generation) {
            sending = false;
            next();
        }
    }

    private void answered(byte[] message) {
        if (asker != null) {
            asker.answer(target, message, () -> {});
        }
    }
}
