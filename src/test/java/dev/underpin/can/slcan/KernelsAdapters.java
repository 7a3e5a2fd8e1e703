package dev.underpin.can.slcan;

import dev.underpin.can.BusTiming;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.nio.file.Path;

/** Two adapters on one bus, for the kernel's slcan driver; in the virtual machine alone, as it takes root to attach it. */
public final class KernelsAdapters {
    private static final int BAUD = 2_000_000;

    private KernelsAdapters() {}

    /**
     * Plays them until the script has ended.
     *
     * @param script is given both serial ports and {@code results}
     * @param results the folder for what the kernel saw
     */
    public static void play(String script, Path results) throws IOException {
        VirtualScheduler scheduler = new VirtualScheduler();
        PacedRun run = new PacedRun(scheduler, 1, lost -> {});
        try (AdapterHub hub = new AdapterHub(scheduler, BusTiming.classic(500_000), BAUD)) {
            new ProcessBuilder("/bin/sh", script, hub.plugIn(), hub.plugIn(), results.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(results.resolve("slcan.told").toFile())
                    .start()
                    .onExit()
                    .thenRun(run::stop);
            run.run();
        }
    }
}
