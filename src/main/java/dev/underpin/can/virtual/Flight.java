package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;

/** The frame that a node has on the wire: when it was queued, when it started, whom to tell. One object serves all frames of a node. */
final class Flight {
    private static final CanFrame NOTHING = CanFrame.classic(0);

    private CanFrame frame = NOTHING;
    private Runnable confirmation = Flight::nobody;
    private long key;
    private long requested;
    private long started;

    void load(long queuedUnder, CanFrame what, Runnable confirm, long requestedAt) {
        key = queuedUnder;
        frame = what;
        confirmation = confirm;
        requested = requestedAt;
    }

    void start(long at) {
        started = at;
    }

    /** Takes over from another flight, which is then free for the next frame. */
    void take(Flight other) {
        load(other.key, other.frame, other.confirmation, other.requested);
        started = other.started;
        other.clear();
    }

    /** Puts the frame back in its place in line. */
    void backInto(PendingFrames pending) {
        pending.restore(key, frame, confirmation, requested);
        clear();
    }

    void clear() {
        load(0, NOTHING, Flight::nobody, 0);
    }

    CanFrame frame() {
        return frame;
    }

    Runnable confirmation() {
        return confirmation;
    }

    /** The arbitration field under which it competes. */
    long field() {
        return frame.arbitrationField();
    }

    /** When it was queued, vehicle time in nanoseconds. */
    long requested() {
        return requested;
    }

    /** When its start-of-frame bit began. */
    long started() {
        return started;
    }

    private static void nobody() {}
}
