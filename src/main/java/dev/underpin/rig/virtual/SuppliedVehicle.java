package dev.underpin.rig.virtual;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.instrument.Instruments;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.ecu.Ecu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Feeds simulated control units from emulated instruments. The supply counts from the moment at which it first gives its full voltage. */
final class SuppliedVehicle implements Instruments.Simulated {
    private final SupplyFaults supplies;
    private final Vehicle vehicle;
    private final double full;
    private final Map<String, Runnable> cut = new HashMap<>();
    private boolean begun;
    private @Nullable Runnable low;

    SuppliedVehicle(SupplyFaults supplies, Vehicle vehicle, RigFile file) {
        this.supplies = supplies;
        this.vehicle = vehicle;
        this.full = file.supply() == null ? 0 : file.supply().volts();
    }

    @Override
    public void volts(double volts) {
        begun |= volts >= full;
        if (!begun) {
            return;
        }
        Runnable before = low;
        low = volts >= full ? null : supplies.limit(all(), volts);
        if (before != null) {
            before.run();
        }
    }

    @Override
    public void wire(String ecu, boolean whole) {
        Runnable before = cut.remove(ecu);
        if (before != null) {
            before.run();
        }
        if (!whole) {
            cut.put(ecu, supplies.limit(List.of(ecu), 0));
        }
    }

    private List<String> all() {
        return vehicle.ecus().stream().map(Ecu::spec).map(spec -> spec.name()).toList();
    }
}
