package dev.underpin.bridge;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.socketcan.CanSockets;
import java.io.IOException;
import java.time.Instant;

/**
 * A bus joined to a CAN interface of this machine, such as {@code vcan0}: what passes on one side is sent on the other. Everything that
 * speaks SocketCAN takes part. Error frames stay on their side: on a real interface, to send one would be to send a data frame.
 *
 * <p>Threading: the run's thread, on which the interface is heard too ({@link CanSockets}). Closing it closes the sockets.
 */
public final class SocketCanBridge implements BusBridge {
    private static final int MAX_WAITING = 1024;

    private final BridgeNode node;
    private final CanSockets sockets;
    private final CanPort outside;
    private final Tally refused;
    private final Tally unsent;
    private int waiting;

    /**
     * Joins the interface.
     *
     * @throws dev.underpin.mistake.UserMistake when there is no such interface, or it cannot be used
     */
    public SocketCanBridge(BridgeNode node, CanSockets sockets, String interfaceName, Notices notices)
            throws IOException {
        this.node = node;
        this.sockets = sockets;
        this.refused = new Tally(notices);
        this.unsent = new Tally(notices);
        this.outside = sockets.join(interfaceName, "bridge");
        node.listen(new BridgeNode.Listener() {
            @Override
            public void frame(Instant at, CanFrame frame) {
                show(frame);
            }

            @Override
            public void error(Instant at, ErrorFrame error) {
                // stays here
            }
        });
        outside.listen(new CanPort.Listener() {
            @Override
            public void received(CanFrame frame) {
                take(frame);
            }

            @Override
            public void dropped(CanFrame frame) {
                waiting--;
                unsent.add("a frame could not be sent on %s".formatted(interfaceName));
            }
        });
    }

    @Override
    public int port() {
        return 0;
    }

    private void take(CanFrame frame) {
        try {
            node.check(frame);
            if (!node.offer(frame)) {
                throw new BadInput("too many frames wait for the bus already");
            }
        } catch (BadInput bad) {
            refused.add("a frame was dropped: " + bad.why());
        }
    }

    private void show(CanFrame frame) {
        if (waiting == MAX_WAITING) {
            unsent.add("the interface does not keep pace with the bus: a frame was dropped");
        } else {
            waiting++;
            outside.send(frame, () -> waiting--);
        }
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }
}
