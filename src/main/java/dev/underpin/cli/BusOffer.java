package dev.underpin.cli;

import dev.underpin.bridge.BridgeNode;
import dev.underpin.bridge.BusBridge;
import dev.underpin.bridge.MulticastBridge;
import dev.underpin.bridge.Notices;
import dev.underpin.bridge.SocketCanBridge;
import dev.underpin.bridge.SocketcandBridge;
import dev.underpin.can.socketcan.CanSockets;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.time.PacedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the buses.
 *
 * @param rig the rig's name
 * @param medium the bus
 * @param canInterface the CAN interface to join, with SocketCAN; else null
 * @param local address to offer it on
 * @param port 0 for any that is free
 * @param speed vehicle seconds per second
 */
record BusOffer(
        String rig,
        String bus,
        RigFile.Bus medium,
        Bridge as,
        @Nullable String canInterface,
        InetAddress local,
        int port,
        double speed)
        implements Offer {
    @Override
    public boolean ignition() {
        return true;
    }

    @Override
    public BusBridge open(OpenBench open, PacedRun run, Notices notices) throws IOException {
        BridgeNode node = new BridgeNode(
                Objects.requireNonNull(open.buses().get(bus)),
                medium.dataBitRate() != null,
                run,
                open.bench().calendar());
        if (canInterface != null) {
            CanSockets sockets = CanSockets.open(open.scheduler());
            run.waitBy(sockets);
            return new SocketCanBridge(node, sockets, canInterface, notices);
        }
        return as == Bridge.SOCKETCAND
                ? new SocketcandBridge(node, bus, new InetSocketAddress(local, port), notices)
                : new MulticastBridge(node, bus, local, port, notices);
    }

    /** The interface or the address. */
    String place() {
        return canInterface == null ? local.getHostAddress() : canInterface;
    }

    @Override
    public void announce(PrintWriter out, OpenBench open, BusBridge bridge) {
        new Announcement(this, open.table()).print(out, bridge.port());
    }

    @Override
    public String refusal() {
        return canInterface == null
                ? "the bus cannot be offered on %s, port %d".formatted(place(), port)
                : "the bus cannot be offered on the interface " + canInterface;
    }
}
