package dev.underpin.rig.bench;

import dev.underpin.can.slcan.SlcanCarrier;
import dev.underpin.rig.RigFile;
import dev.underpin.time.Await;
import dev.underpin.time.PacedAwait;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.io.Closeable;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The adapters of one bus in stepped time: they have a time of their own, which passes only while a frame is on its way; that of serial ports
 * by the clock on the wall, that of emulated adapters as it likes.
 */
record SteppedAdapters(SlcanAdapters adapters, SlcanCarrier carrier) implements Closeable {
    /** Opens them, as {@link SlcanAdapters} does. */
    static SteppedAdapters open(
            RigFile.Bus bus, String name, Predicate<String> isTesters, SlcanCarrier.Notices notices) {
        VirtualScheduler own = new VirtualScheduler();
        PacedRun run = new PacedRun(own, 1, lost -> {});
        Await await = played(bus) ? new VirtualAwait(own) : new Resuming(new PacedAwait(own, run), run);
        SlcanAdapters adapters = SlcanAdapters.open(bus, name, own, run::post, await);
        return new SteppedAdapters(
                adapters, new SlcanCarrier(adapters.near(), adapters.far(), isTesters, await, notices));
    }

    private static boolean played(RigFile.Bus bus) {
        return Stream.of(bus.requiredPort(), bus.testerPort() == null ? RigFile.Bus.EMULATED : bus.testerPort())
                .allMatch(RigFile.Bus.EMULATED::equals);
    }

    /** Waiting, between two of which no time passes. */
    private record Resuming(Await await, PacedRun run) implements Await {
        @Override
        public <T> T until(String what, long within, Supplier<Optional<T>> observation, Supplier<String> lastSeen) {
            run.resume();
            return await.until(what, within, observation, lastSeen);
        }

        @Override
        public void pass(long nanos) {
            run.resume();
            await.pass(nanos);
        }
    }

    @Override
    public void close() {
        adapters.close();
    }
}
