package dev.underpin.cli;

import dev.underpin.bridge.BusBridge;
import dev.underpin.bridge.Notices;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.time.PacedRun;
import java.io.IOException;
import java.io.PrintWriter;

/** What of a served vehicle is open to outside tools. */
sealed interface Offer permits BusOffer, EdgeOffer {
    /** Whether the driver turns the ignition on before. */
    boolean ignition();

    /**
     * Opens it; whoever asked closes it.
     *
     * @param notices is told what the person at the terminal should know
     */
    BusBridge open(OpenBench open, PacedRun run, Notices notices) throws IOException;

    /** Tells the person at the terminal what is served, who answers there, and how to join. */
    void announce(PrintWriter out, OpenBench open, BusBridge bridge);

    /** In words, that and where it cannot be opened. */
    String refusal();
}
