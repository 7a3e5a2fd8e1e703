package dev.underpin.cli;

import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.Recorded;
import dev.underpin.history.FrameLog;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A vehicle whose ignition is turned on, and what passes on its buses. */
final class LiveVehicle {
    private static final long STEP = 10 * Nanos.MILLISECOND;

    private final BenchProvider benches;
    private final long lasting;
    private final Map<String, Integer> told = new HashMap<>();

    /**
     * Not yet running.
     *
     * @param lasting nanoseconds of vehicle time
     */
    LiveVehicle(BenchProvider benches, long lasting) {
        this.benches = benches;
        this.lasting = lasting;
    }

    /** Runs it and tells what passes in the order of its ends, on the thread of the caller, while {@code wanted}. */
    void run(Consumer<LogEntry> listener, BooleanSupplier wanted) {
        try (Bench bench = benches.bench("trace")) {
            bench.driver().ignition(true);
            for (long at = 0; at < lasting && wanted.getAsBoolean(); at += STEP) {
                bench.await().pass(Math.min(STEP, lasting - at));
                passed(bench.history().buses()).forEach(listener);
            }
        }
    }

    private List<LogEntry> passed(Iterable<FrameLog> buses) {
        List<LogEntry> entries = new ArrayList<>();
        for (FrameLog log : buses) {
            for (int index = told.getOrDefault(log.bus(), 0); index < log.size(); index++) {
                entries.add(Recorded.entry(log, index));
            }
            told.put(log.bus(), log.size());
        }
        entries.sort(Comparator.comparingLong(LogEntry::atNanos));
        return entries;
    }
}
