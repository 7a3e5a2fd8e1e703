package dev.underpin.can.statistics;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What passed on one bus. A frame takes the bus for its exact length, stuff bits and intermission included ({@link FrameLength}), up to
 * its moment; error frames are counted, but how long they were is not known. Memory grows with the identifiers alone. Confined to one
 * thread.
 */
public final class BusStatistics {
    private final String bus;
    private final BusTiming timing;
    private final Map<FrameId, IdStatistics> ids = new HashMap<>();
    private final LoadCurve curve;
    private long frames;
    private long errors;
    private long busy;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * Nothing yet.
     *
     * @param origin where the curve begins, nanoseconds
     */
    public BusStatistics(String bus, BusTiming timing, long origin) {
        this.bus = bus;
        this.timing = timing;
        this.curve = new LoadCurve(origin);
    }

    /** An entry of this bus. */
    public void add(LogEntry entry) {
        switch (entry) {
            case LoggedFrame logged -> frame(logged.atNanos(), logged.frame());
            case LoggedError logged -> errors += Math.max(1, logged.error().leftOut());
        }
    }

    private void frame(long at, CanFrame frame) {
        long nanos = FrameLength.nanos(frame, timing);
        frames++;
        busy += nanos;
        first = Math.min(first, at - nanos);
        last = Math.max(last, at);
        curve.add(at, nanos);
        ids.computeIfAbsent(FrameId.of(frame), IdStatistics::new).add(at, nanos);
    }

    public String bus() {
        return bus;
    }

    public BusTiming timing() {
        return timing;
    }

    public long frames() {
        return frames;
    }

    /** Error frames, those that the log leaves out included. */
    public long errors() {
        return errors;
    }

    /** Nanoseconds from the start of the first frame to the end of the last; 0 without frames. */
    public long span() {
        return frames == 0 ? 0 : last - first;
    }

    /** The share of {@link #span} in which the bus was taken. */
    public double load() {
        return frames == 0 ? 0 : (double) busy / span();
    }

    /** The share of {@link #span} in which frames of {@code id} took the bus. */
    public double load(IdStatistics id) {
        return (double) id.busy() / span();
    }

    public LoadCurve curve() {
        return curve;
    }

    /** The identifiers seen: those of 11 bits first, each in rising order. */
    public List<IdStatistics> ids() {
        return ids.values().stream()
                .sorted(Comparator.comparing((IdStatistics one) -> one.id().extended())
                        .thenComparingInt(one -> one.id().value()))
                .toList();
    }
}
