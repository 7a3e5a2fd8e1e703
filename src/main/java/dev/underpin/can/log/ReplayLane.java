package dev.underpin.can.log;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.FdNotSupported;
import java.util.ArrayDeque;
import java.util.Queue;

/** The frames of a replay on their way to one port, one after the other. */
final class ReplayLane {
    /** How many frames may wait. */
    static final int LONGEST = 4096;

    private final CanPort port;
    private final Runnable drained;
    private final Queue<CanFrame> waiting = new ArrayDeque<>();
    private boolean busy;
    private long sent;
    private long confirmed;
    private long refused;

    /**
     * A lane to {@code port}.
     *
     * @param drained runs whenever the last frame in the lane was confirmed
     */
    ReplayLane(CanPort port, Runnable drained) {
        this.port = port;
        this.drained = drained;
    }

    void send(CanFrame frame) {
        if (!busy) {
            transmit(frame);
        } else if (waiting.size() < LONGEST) {
            waiting.add(frame);
        } else {
            refused++;
        }
    }

    private void transmit(CanFrame frame) {
        busy = true;
        try {
            port.send(frame, this::confirm);
            sent++;
        } catch (FdNotSupported notHere) {
            busy = false;
            refused++;
        }
    }

    private void confirm() {
        confirmed++;
        busy = false;
        while (!busy && !waiting.isEmpty()) {
            transmit(waiting.remove());
        }
        if (idle()) {
            drained.run();
        }
    }

    void clear() {
        waiting.clear();
    }

    boolean idle() {
        return !busy && waiting.isEmpty();
    }

    long sent() {
        return sent;
    }

    long confirmed() {
        return confirmed;
    }

    long refused() {
        return refused;
    }
}
