package dev.underpin.rig.virtual;

import dev.underpin.fault.SupplyFault;
import dev.underpin.rig.instrument.BenchSupply;
import dev.underpin.rig.instrument.Instruments;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.ecu.Ecu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets less through the wires that supply control units; the lowest of several ceilings counts. */
final class SupplyFaults {
    private static final long CRANK = 15 * Nanos.MILLISECOND;
    private static final long RUN_UP = 10 * Nanos.SECOND;
    private static final double RECOVERED = 2;

    private final Scheduler scheduler;
    private final Vehicle vehicle;
    private final Map<String, List<Double>> ceilings = new HashMap<>();
    private @Nullable Instruments instruments;

    SupplyFaults(Scheduler scheduler, Vehicle vehicle) {
        this.scheduler = scheduler;
        this.vehicle = vehicle;
    }

    /** From now on the instruments of the bench carry faults out, where it has a supply. */
    void by(Instruments opened) {
        instruments = opened;
    }

    Runnable begin(SupplyFault fault) {
        BenchSupply bench = instruments == null ? null : instruments.supply().orElse(null);
        return bench == null || !bench.reaches(fault) ? simulate(fault) : bench.begin(fault);
    }

    private Runnable simulate(SupplyFault fault) {
        return switch (fault) {
            case SupplyFault.SupplyCut it -> limit(List.of(it.ecu()), 0);
            case SupplyFault.SupplyDip it -> limit(List.of(it.ecu()), it.volts());
            case SupplyFault.Blackout it -> limit(all(), 0);
            case SupplyFault.BrownOut it -> limit(all(), it.volts());
            case SupplyFault.Cranking it -> crank(it.volts());
        };
    }

    /** Lets no more than so many volts through to these control units, until the returned runnable runs. */
    Runnable limit(List<String> ecus, double volts) {
        ecus.forEach(vehicle::supply);
        for (String ecu : ecus) {
            ceilings.computeIfAbsent(ecu, any -> new ArrayList<>()).add(volts);
            apply(ecu);
        }
        return () -> lift(ecus, volts);
    }

    private void lift(List<String> ecus, double volts) {
        for (String ecu : ecus) {
            Objects.requireNonNull(ceilings.get(ecu)).remove(volts);
            apply(ecu);
        }
    }

    private void apply(String ecu) {
        double lowest = ceilings.getOrDefault(ecu, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        vehicle.supply(ecu).ceiling(lowest);
    }

    private Runnable crank(double volts) {
        List<Runnable> stage = new ArrayList<>(List.of(limit(all(), volts)));
        Alarm over = scheduler.alarm(() -> next(stage, () -> {}));
        Alarm up = scheduler.after(CRANK, () -> {
            next(stage, limit(all(), volts + RECOVERED));
            over.in(RUN_UP);
        });
        return () -> {
            up.cancel();
            over.cancel();
            next(stage, () -> {});
        };
    }

    private static void next(List<Runnable> stage, Runnable heal) {
        stage.removeFirst().run();
        stage.add(heal);
    }

    private List<String> all() {
        return vehicle.ecus().stream().map(Ecu::spec).map(spec -> spec.name()).toList();
    }
}
