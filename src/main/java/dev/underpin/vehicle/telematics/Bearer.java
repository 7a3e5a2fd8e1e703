package dev.underpin.vehicle.telematics;

import dev.underpin.time.Nanos;

/**
 * One radio bearer of the uplink, with the conditions of the moment; changing them acts on the exchanges under way.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class Bearer {
    private final String name;
    private final Runnable changed;
    private Conditions conditions;

    Bearer(String name, Conditions conditions, Runnable changed) {
        this.name = name;
        this.conditions = conditions;
        this.changed = changed;
    }

    /** {@code Wi-Fi} or {@code Cellular}, as the user reads it. */
    public String name() {
        return name;
    }

    public Conditions conditions() {
        return conditions;
    }

    public void set(Conditions next) {
        if (!next.equals(conditions)) {
            conditions = next;
            changed.run();
        }
    }

    /** Switches the bearer on or off and leaves its other conditions. */
    public void up(boolean up) {
        set(new Conditions(up, conditions.bytesPerSecond(), conditions.latency(), conditions.loss()));
    }

    /** Changes the rate and leaves the other conditions. */
    public void rate(double bytesPerSecond) {
        set(new Conditions(conditions.up(), bytesPerSecond, conditions.latency(), conditions.loss()));
    }

    /** Changes the one-way latency (nanoseconds) and leaves the other conditions. */
    public void latency(long nanos) {
        set(new Conditions(conditions.up(), conditions.bytesPerSecond(), nanos, conditions.loss()));
    }

    /** Changes the loss and leaves the other conditions. */
    public void loss(double share) {
        set(new Conditions(conditions.up(), conditions.bytesPerSecond(), conditions.latency(), share));
    }

    /**
     * How the air is.
     *
     * @param up whether the bearer is enabled and has a network
     * @param bytesPerSecond net rate, both directions alike
     * @param latency one-way latency, nanoseconds
     * @param loss share of lost messages, 0..1; 1 is a half-open connection that swallows everything
     */
    public record Conditions(boolean up, double bytesPerSecond, long latency, double loss) {
        /** A home Wi-Fi: 5 MB/s, 10 ms. */
        public static final Conditions GOOD_WIFI = new Conditions(true, 5e6, 10 * Nanos.MILLISECOND, 0);

        /** LTE: 2 MB/s, 30 ms. */
        public static final Conditions GOOD_CELLULAR = new Conditions(true, 2e6, 30 * Nanos.MILLISECOND, 0);

        /** No network. */
        public static final Conditions NONE = new Conditions(false, 0, 0, 0);

        /** What really gets through, in bytes a second. */
        public double goodput() {
            return up ? bytesPerSecond * (1 - loss) : 0;
        }

        /** Whether an update or a support session may rely on it: at least 20 kB/s get through, at most a tenth is lost, 1 s at most one way. */
        public boolean reliable() {
            return up && goodput() >= 20_000 && loss <= 0.1 && latency <= Nanos.SECOND;
        }
    }
}
