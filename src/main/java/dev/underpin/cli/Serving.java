package dev.underpin.cli;

import dev.underpin.bridge.BusBridge;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;

/** A vehicle that runs by the wall clock, open to outside tools. */
final class Serving {
    /** Long enough for every control unit to boot. */
    private static final long WAKING = 2 * Nanos.SECOND;

    private final OpenBench open;
    private final Offer offer;
    private final PrintWriter out;
    private final PrintWriter err;
    private final PacedRun run;
    private final Bench bench;
    private final BusBridge bridge;

    /**
     * Wakes the vehicle and opens it; nothing moves before {@link #run}.
     *
     * @param speed vehicle seconds per second
     */
    Serving(OpenBench open, Offer offer, double speed, CommandLine terminal) {
        this.open = open;
        this.offer = offer;
        out = terminal.getOut();
        err = terminal.getErr();
        bench = open.bench();
        if (offer.ignition()) {
            bench.driver().ignition(true);
        }
        bench.await().pass(WAKING);
        run = new PacedRun(open.scheduler(), speed, this::slipped);
        bridge = bridge();
    }

    private BusBridge bridge() {
        try {
            return offer.open(open, run, this::notice);
        } catch (IOException refused) {
            bench.close();
            throw UserMistake.saying("%s: %s".formatted(offer.refusal(), refused.getMessage()));
        }
    }

    /** Tells what is served, then serves until {@link #stop} and closes everything. */
    void run() throws IOException {
        try (bench;
                bridge) {
            offer.announce(out, open, bridge);
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
