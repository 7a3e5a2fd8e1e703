package dev.underpin.bench;

import dev.underpin.can.CanPort;
import dev.underpin.can.socketcan.CanSockets;
import dev.underpin.can.socketcan.SocketCanBus;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Time by the clock on the wall with nodes on one CAN interface, as a bench has them at the pace wall. Closing it closes its sockets. */
final class MediaRun implements Closeable {
    private static final long LONGEST_WAIT = 100 * Nanos.MILLISECOND;

    private final VirtualScheduler time = new VirtualScheduler();
    private final PacedRun run = new PacedRun(time, 1, lost -> {});
    private final String interfaceName;
    private final CanSockets sockets;

    MediaRun(String interfaceName) throws IOException {
        this.interfaceName = interfaceName;
        sockets = CanSockets.open(time);
        run.waitBy(sockets);
    }

    VirtualScheduler time() {
        return time;
    }

    /** A node with a socket of its own. */
    CanPort node(String name) throws IOException {
        return sockets.join(interfaceName, name);
    }

    /** The interface as a bus of a rig. */
    SocketCanBus bus() throws IOException {
        return SocketCanBus.join(
                sockets, time, "bench", interfaceName, null, node -> false, (name, sender, frame) -> {});
    }

    /** Goes on until it is so. */
    void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            run.turn(time.now() + LONGEST_WAIT);
        }
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }
}
