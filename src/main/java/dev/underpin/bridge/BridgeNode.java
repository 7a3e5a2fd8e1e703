package dev.underpin.bridge;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.ErrorReports;
import dev.underpin.time.Calendar;
import dev.underpin.time.PacedRun;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * A bridge as one more node of a bus: what outsiders send competes by its identifier with the other nodes' frames.
 *
 * <p>Of errors on the bus it tells what its own controller finds, as an adapter's would.
 *
 * <p>Only so many frames may wait for the bus; whoever brings more waits himself or is turned away.
 *
 * <p>Threading: made on the thread of the run, before it runs; frames may be brought on any thread.
 */
public final class BridgeNode {
    private static final int MAX_WAITING = 256;

    private final CanBus bus;
    private final CanPort port;
    private final boolean fd;
    private final PacedRun run;
    private final Calendar calendar;
    private final Semaphore room = new Semaphore(MAX_WAITING, true);

    /** Gets the frames of the other nodes, and the errors that the bridge's controller finds. */
    interface Listener {
        /** A frame ended at the civil moment {@code at}; runs on the run's thread, so it must not wait. */
        void frame(Instant at, CanFrame frame);

        /** An error was found, or the controller's state changed; runs on the run's thread, so it must not wait. */
        void error(Instant at, ErrorFrame error);
    }

    /**
     * Attaches the node.
     *
     * @param fd whether the bus carries CAN FD frames
     */
    public BridgeNode(CanBus bus, boolean fd, PacedRun run, Calendar calendar) {
        this.bus = bus;
        this.port = bus.attach("bridge");
        this.fd = fd;
        this.run = run;
        this.calendar = calendar;
    }

    void listen(Listener listener) {
        port.listen(frame -> listener.frame(calendar.utc(), frame));
        bus.observe(new Errors(listener));
    }

    /** Refuses a frame that the bus cannot carry. */
    void check(CanFrame frame) throws BadInput {
        if (frame.fd() && !fd) {
            throw new BadInput("a CAN FD frame, and the bus has no CAN FD");
        }
    }

    /** Brings a frame unless too many wait already; returns whether it was taken. */
    boolean offer(CanFrame frame) {
        boolean taken = room.tryAcquire();
        if (taken) {
            queue(frame, at -> {});
        }
        return taken;
    }

    /**
     * Brings a frame as soon as there is room for it.
     *
     * @param sent told the civil moment at which it was transmitted; on the run's thread
     */
    void bring(CanFrame frame, Sent sent) throws InterruptedException {
        room.acquire();
        queue(frame, sent);
    }

    /** Is told that a frame was transmitted. */
    interface Sent {
        void at(Instant moment);
    }

    private void queue(CanFrame frame, Sent sent) {
        run.post(() -> port.send(frame, () -> {
            room.release();
            sent.at(calendar.utc());
        }));
    }

    /** Picks what the bridge's own controller finds. */
    private final class Errors implements CanBus.Observer {
        private final Listener listener;

        private Errors(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void frame(long at, String sender, CanFrame frame) {}

        @Override
        public void error(CanBus.BusError error) {
            tell(error.node(), ErrorReports.of(error));
        }

        @Override
        public void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {
            tell(node, ErrorReports.of(state, transmitErrors, receiveErrors));
        }

        private void tell(String node, ErrorFrame error) {
            if (node.equals(port.node())) {
                listener.error(calendar.utc(), error);
            }
        }
    }
}
