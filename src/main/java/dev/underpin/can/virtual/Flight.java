package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import org.jspecify.annotations.Nullable;

/** A frame from the request to send it until its confirmation: when it was queued, when it started, whom to tell. Used again and again. */
final class Flight {
    private static final CanFrame NOTHING = CanFrame.classic(0);

    private CanFrame frame = NOTHING;
    private Runnable confirmation = Flight::nobody;
    private long field;
    private long key;
    private long requested;
    private long started;

    /** The next one that waits to be used again. */
    @Nullable
    Flight spare;

    /** @param queuedUnder what orders it among the frames of its node */
    void load(CanFrame what, Runnable confirm, long arbitrationField, long queuedUnder, long requestedAt) {
        frame = what;
        confirmation = confirm;
        field = arbitrationField;
        key = queuedUnder;
        requested = requestedAt;
    }

    void start(long at) {
        started = at;
    }

    CanFrame frame() {
        return frame;
    }

    Runnable confirmation() {
        return confirmation;
    }

    /** The arbitration field under which it competes. */
    long field() {
        return field;
    }

    /** What orders it among the frames of its node. */
    long key() {
        return key;
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
