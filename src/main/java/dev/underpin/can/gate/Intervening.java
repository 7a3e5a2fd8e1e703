package dev.underpin.can.gate;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Does one {@link Intervention}. */
final class Intervening {
    private final Intervention what;
    private final Scheduler scheduler;
    private final Entropy entropy;
    private final List<Held> held = new ArrayList<>();
    private int matches;
    private boolean ended;

    Intervening(Intervention what, Scheduler scheduler, Entropy entropy) {
        this.what = what;
        this.scheduler = scheduler;
        this.entropy = entropy;
    }

    Intervention what() {
        return what;
    }

    /** Whether it looks at frames like that. */
    boolean concerns(Way way, CanFrame frame) {
        return what.choice().matches(way, frame);
    }

    /** Takes a frame; what becomes of it goes {@code onward}, at once or later. */
    void pass(Way way, CanFrame frame, Consumer<CanFrame> onward) {
        if (!concerns(way, frame)) {
            onward.accept(frame);
        } else if (meant()) {
            act(frame, onward);
        } else {
            onward.accept(frame);
            letGo();
        }
    }

    /** Lets go what it holds back. */
    void end() {
        ended = true;
        List<Held> rest = List.copyOf(held);
        held.clear();
        rest.forEach(Held::go);
    }

    private boolean meant() {
        Choice choice = what.choice();
        matches++;
        boolean due = choice.occurrence() == 0 || choice.occurrence() == matches;
        return due && (choice.share() == 1 || entropy.unit() < choice.share());
    }

    private void act(CanFrame frame, Consumer<CanFrame> onward) {
        switch (what) {
            case Intervention.Drop drop -> {}
            case Intervention.Delay delay ->
                later(delay.least() + entropy.below(delay.most() - delay.least() + 1), frame, onward);
            case Intervention.Duplicate duplicate -> {
                for (int i = 0; i <= duplicate.copies(); i++) {
                    onward.accept(frame);
                }
            }
            case Intervention.Reorder reorder -> {
                letGo();
                held.add(new Held(frame, onward, reorder.behind()));
            }
            case Intervention.Modify modify -> onward.accept(changed(frame, modify));
            case Intervention.Spoof spoof -> {
                onward.accept(frame);
                onward.accept(spoof.frame());
            }
            case Intervention.Replay replay -> {
                onward.accept(frame);
                repeat(replay, replay.times(), frame, onward);
            }
        }
    }

    private void later(long delay, CanFrame frame, Consumer<CanFrame> onward) {
        scheduler.after(delay, () -> onward.accept(frame));
    }

    /** @param left how often, {@link Intervention.Replay#FOR_EVER} without end */
    private void repeat(Intervention.Replay how, int left, CanFrame frame, Consumer<CanFrame> onward) {
        scheduler.after(how.after(), () -> {
            if (!ended) {
                onward.accept(frame);
                if (left != 1) {
                    repeat(how, left == Intervention.Replay.FOR_EVER ? left : left - 1, frame, onward);
                }
            }
        });
    }

    private static CanFrame changed(CanFrame frame, Intervention.Modify how) {
        if (how.index() >= frame.length()) {
            return frame;
        }
        int kept = frame.at(how.index()) & ~how.mask();
        return frame.withByte(how.index(), kept | (how.value() & how.mask()));
    }

    /** One more matching frame has passed. */
    private void letGo() {
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held one = each.next();
            if (--one.behind == 0) {
                each.remove();
                one.go();
            }
        }
    }

    private static final class Held {
        private final CanFrame frame;
        private final Consumer<CanFrame> onward;
        private int behind;

        Held(CanFrame frame, Consumer<CanFrame> onward, int behind) {
            this.frame = frame;
            this.onward = onward;
            this.behind = behind;
        }

        void go() {
            onward.accept(frame);
        }
    }
}
