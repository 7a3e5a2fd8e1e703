package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;

/** A frame from being queued by a node until all sides have heard it. */
final class Transit {
    private static final long NOT_YET = Long.MAX_VALUE;

    private final SideNode sender;
    private final CanFrame frame;
    private final Runnable confirmation;
    private boolean shown;
    private long turn = NOT_YET;

    Transit(SideNode sender, CanFrame frame, Runnable confirmation) {
        this.sender = sender;
        this.frame = frame;
        this.confirmation = confirmation;
    }

    SideNode sender() {
        return sender;
    }

    CanFrame frame() {
        return frame;
    }

    Runnable confirmation() {
        return confirmation;
    }

    /** Whether it is shown to observers now, for the first time. */
    boolean showsNow() {
        boolean first = !shown;
        shown = true;
        return first;
    }

    /** The kernel has shown it to its sender, as the {@code number}-th of its side. */
    void confirmed(long number) {
        turn = number;
    }

    /** Whether the kernel showed it to its sender before the other one to its own. */
    boolean confirmedBefore(Transit other) {
        return turn < other.turn;
    }
}
