package dev.underpin.cli;

import dev.underpin.bridge.BridgeNode;
import dev.underpin.bridge.BusBridge;
import dev.underpin.bridge.MulticastBridge;
import dev.underpin.bridge.SocketcandBridge;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;

/** A vehicle that runs by the wall clock with one of its buses open to outside tools. */
final class Serving {
    /** Long enough for every control unit to boot. */
    private static final long WAKING = 2 * Nanos.SECOND;

    private final Announcement announcement;
    private final PrintWriter out;
    private final PrintWriter err;
    private final PacedRun run;
    private final Bench bench;
    private final BusBridge bridge;

    /**
     * What is offered.
     *
     * @param local address to offer it on
     * @param port 0 for any that is free
     * @param speed vehicle seconds per second
     */
    record Offer(String bus, Bridge as, InetAddress local, int port, double speed) {}

    /** Wakes the vehicle and opens the bridge; nothing moves before {@link #run}. */
    Serving(OpenBench open, RigFile rig, Offer offer, CommandLine terminal) {
        RigFile.Bus medium = Objects.requireNonNull(rig.buses().get(offer.bus()));
        out = terminal.getOut();
        err = terminal.getErr();
        announcement = new Announcement(rig.name(), medium, open.table(), offer);
        bench = open.bench();
        bench.driver().ignition(true);
        bench.await().pass(WAKING);
        run = new PacedRun(open.scheduler(), offer.speed(), this::slipped);
        BridgeNode node = new BridgeNode(
                Objects.requireNonNull(open.buses().get(offer.bus())),
                medium.dataBitRate() != null,
                run,
                bench.calendar());
        bridge = bridge(node, offer);
    }

    private BusBridge bridge(BridgeNode node, Offer offer) {
        try {
            return switch (offer.as()) {
                case SOCKETCAND ->
                    new SocketcandBridge(
                            node, offer.bus(), new InetSocketAddress(offer.local(), offer.port()), this::notice);
                case UDP_MULTICAST -> new MulticastBridge(node, offer.bus(), offer.local(), offer.port(), this::notice);
            };
        } catch (IOException refused) {
            bench.close();
            throw UserMistake.saying("the bus cannot be offered on %s, port %d: %s"
                    .formatted(offer.local().getHostAddress(), offer.port(), refused.getMessage()));
        }
    }

    /** Tells what is served, then serves until {@link #stop} and closes everything. */
    void run() throws IOException {
        try (bench;
                bridge) {
            announcement.print(out, bridge.port());
            run.run();
        }
        out.println("Ended.");
        out.flush();
    }

    /** Ends the serving; on any thread. */
    void stop() {
        run.stop();
    }

    private void slipped(double lost) {
        notice("the simulation cannot keep pace: %s s lost so far".formatted(String.format(Locale.ROOT, "%.1f", lost)));
    }

    private void notice(String sentence) {
        err.printf("underpin: %s%n", sentence);
        err.flush();
    }
}
