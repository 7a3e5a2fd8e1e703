package dev.underpin.vehicle.app;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Nanos;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The mode of the vehicle as one control unit knows it. From it follows when monitors may judge: ignition on or charging, no update,
 * supply in range, and all that for three seconds.
 */
final class VehicleMode {
    private static final long SETTLING = 3 * Nanos.SECOND;
    private static final long SLEEP_AFTER = 3 * Nanos.SECOND;
    private static final long NOT_SLEEPY = Long.MAX_VALUE;
    private static final double LOWEST_VOLTS = 7;
    private static final double HIGHEST_VOLTS = 16;

    private final Supplier<Told> source;
    private Told told = Told.ASLEEP;
    private long sleepyAt = NOT_SLEEPY;
    private boolean fit;
    private long fitSince;

    VehicleMode(Supplier<Told> source) {
        this.source = source;
    }

    boolean ignition() {
        return told.ignition;
    }

    boolean updating() {
        return told.updating;
    }

    Power power() {
        return told.power;
    }

    /** Ignition cycles of the vehicle's life, as the gateway counts them; 0 if not heard yet. */
    int ignitionCycle() {
        return told.ignitionCycle;
    }

    void look(long now, double volts) {
        told = source.get();
        sleepyAt = told.power == Power.SLEEP ? Math.min(sleepyAt, now) : NOT_SLEEPY;
        boolean inUse = told.ignition || told.power == Power.CHARGING;
        boolean fitNow = inUse && !told.updating && volts >= LOWEST_VOLTS && volts <= HIGHEST_VOLTS;
        if (fitNow && !fit) {
            fitSince = now;
        }
        fit = fitNow;
    }

    /** Whether there has been no reason to be awake for three seconds: cyclic frames end, before the relays open. */
    boolean mayFallAsleep(long now) {
        return sleepyAt != NOT_SLEEPY && now - sleepyAt >= SLEEP_AFTER;
    }

    /** Whether monitors may judge. */
    boolean monitoring(long now) {
        return fit && now - fitSince >= SETTLING;
    }

    /** Since when monitors may judge, vehicle time in nanoseconds. */
    long monitoringSince() {
        return fitSince + SETTLING;
    }

    /** Why the switched supply is on. */
    enum Power {
        SLEEP,
        IGNITION,
        CHARGING,
        HELD
    }

    /** What the gateway tells of the mode. */
    record Told(boolean ignition, boolean updating, Power power, int ignitionCycle) {
        static final Told ASLEEP = new Told(false, false, Power.SLEEP, 0);

        /** What its frame tells, read anew only when the frame changes. */
        static Supplier<Told> in(Inbox inbox) {
            CanFrame[] read = new CanFrame[1];
            Told[] told = {ASLEEP};
            return () -> {
                CanFrame frame = inbox.frame("GW_VehicleMode");
                if (frame != null && !frame.equals(read[0])) {
                    read[0] = frame;
                    told[0] = read(inbox);
                }
                return told[0];
            };
        }

        private static Told read(Inbox inbox) {
            return new Told(
                    inbox.on("GW_VehicleMode.Ignition"), inbox.on("GW_VehicleMode.UpdateMode"), power(inbox), (int)
                            inbox.value("GW_VehicleMode.IgnitionCycle", 0));
        }

        private static Power power(Inbox inbox) {
            return Stream.of(Power.values())
                    .filter(power -> inbox.is("GW_VehicleMode.Power", power))
                    .findFirst()
                    .orElse(Power.SLEEP);
        }
    }
}
