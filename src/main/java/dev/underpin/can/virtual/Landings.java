package dev.underpin.can.virtual;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.time.Scheduler;
import org.jspecify.annotations.Nullable;

/** What becomes of frames at their end: carried over the medium, each once, then shown and confirmed, or lost. */
final class Landings {
    /** Shorter than any frame; the nodes end one that is played bit by bit within it. */
    private static final int ONE_END = 20;

    private final Scheduler scheduler;
    private final Spectators spectators;
    private final Carrier carrier;
    private final long oneEnd;
    private String playing = "";
    private long carriedAt = Long.MIN_VALUE / 2;
    private @Nullable CanFrame arrived;

    Landings(Scheduler scheduler, BusTiming timing, Spectators spectators, Carrier carrier) {
        this.scheduler = scheduler;
        this.spectators = spectators;
        this.carrier = carrier;
        this.oneEnd = timing.nominalNanos(ONE_END);
    }

    /** What arrives of a frame that is one event; null when it is lost. */
    @Nullable
    CanFrame whole(Node sender, CanFrame frame) {
        return carrier.carry(sender.node(), frame);
    }

    /** That node sends what is played bit by bit. */
    void plays(String sender) {
        playing = sender;
    }

    /** What arrives of the frame that somebody has received bit by bit; null when it is lost. */
    @Nullable
    CanFrame played(CanFrame frame) {
        if (carrier.equals(Carrier.NONE)) {
            return frame;
        }
        if (scheduler.now() - carriedAt > oneEnd) {
            carriedAt = scheduler.now();
            arrived = carrier.carry(playing, frame);
        }
        return arrived;
    }

    /** An independent listener has seen a frame end, bit by bit. */
    void seen(CanFrame frame) {
        CanFrame shown = played(frame);
        if (shown != null) {
            spectators.frame(scheduler.now(), playing, shown);
        }
    }

    /** A node's frame went out, bit by bit. */
    void sent(Node node) {
        Flight landed = node.land();
        if (played(landed.frame()) == null) {
            lose(node, landed);
        } else {
            confirm(node, landed);
        }
    }

    /** Tells those who asked for it that the finished frame went out. */
    void confirm(Node node, Flight landed) {
        Runnable confirmation = landed.confirmation();
        spectators.sent(node.node(), landed, scheduler.now());
        node.release(landed);
        if (node.powered()) {
            confirmation.run();
        }
    }

    /** The finished frame went out and nobody saw it. */
    void lose(Node node, Flight landed) {
        CanFrame lost = landed.frame();
        node.release(landed);
        node.dropped(lost);
    }
}
