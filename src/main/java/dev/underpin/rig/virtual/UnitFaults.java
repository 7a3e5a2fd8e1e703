package dev.underpin.rig.virtual;

import dev.underpin.fault.EcuFault;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.ecu.Ecu;
import dev.underpin.vehicle.telematics.update.ImageStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resets control units, lets them be slow to speak after a start, and puts the vehicle's clock wrong. */
final class UnitFaults {
    private static final long DIP = 10 * Nanos.MILLISECOND;
    private static final long KIBIBYTE = 1024;

    private final Scheduler scheduler;
    private final SupplyFaults supplies;
    private final BusFaults wires;
    private final VehicleClock clock;
    private final ImageStore images;
    private final Map<String, Long> slow = new HashMap<>();

    UnitFaults(Scheduler scheduler, Vehicle vehicle, SupplyFaults supplies, BusFaults wires, VehicleClock clock) {
        this.scheduler = scheduler;
        this.supplies = supplies;
        this.wires = wires;
        this.clock = clock;
        this.images = vehicle.telematics().images();
        vehicle.ecus().forEach(this::watch);
    }

    Runnable begin(EcuFault fault) {
        return switch (fault) {
            case EcuFault.EcuReset it -> {
                scheduler.after(DIP, supplies.limit(List.of(it.ecu()), 0));
                yield () -> {};
            }
            case EcuFault.EcuSlowBoot it -> {
                slow.put(it.ecu(), it.millis() * Nanos.MILLISECOND);
                yield () -> slow.remove(it.ecu());
            }
            case EcuFault.ClockWrong it -> clock.wrong(it.seconds() * Nanos.SECOND);
            case EcuFault.StorageFull it -> full(it.kibibytes() * KIBIBYTE);
            case EcuFault.ClockDrift it -> clock.drifting(it.partsPerMillion());
        };
    }

    private Runnable full(long room) {
        long before = images.capacity();
        images.capacity(before - images.free() + room);
        return () -> images.capacity(before);
    }

    private void watch(Ecu ecu) {
        ecu.onBoot(boot -> {
            Long nanos = slow.get(boot.ecu());
            if (nanos != null) {
                scheduler.after(nanos, wires.open(boot.ecu()));
            }
        });
    }
}
