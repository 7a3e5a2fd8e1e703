package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import org.jspecify.annotations.Nullable;

/** The frame on the wire, if there is one. One object serves all frames of a bus. */
final class Transmission {
    private static final CanFrame NOTHING = CanFrame.classic(0);

    private @Nullable Node sender;
    private CanFrame frame = NOTHING;
    private Runnable confirmation = Transmission::nobody;
    private long key;
    private long started;

    void load(@Nullable Node by, long queuedUnder, CanFrame what, Runnable confirm) {
        sender = by;
        key = queuedUnder;
        frame = what;
        confirmation = confirm;
    }

    void start(long at) {
        started = at;
    }

    void clear() {
        load(null, 0, NOTHING, Transmission::nobody);
    }

    boolean busy() {
        return sender != null;
    }

    @Nullable
    Node sender() {
        return sender;
    }

    CanFrame frame() {
        return frame;
    }

    Runnable confirmation() {
        return confirmation;
    }

    long key() {
        return key;
    }

    /** When its start-of-frame bit began. */
    long started() {
        return started;
    }

    private static void nobody() {}
}
