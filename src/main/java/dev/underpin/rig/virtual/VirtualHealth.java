package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.rig.ExpectedHealth;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Health;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The soundness of a simulated vehicle on its buses; it looks from the moment at which it is made. */
final class VirtualHealth implements Health {
    private final RigFile file;
    private final EcuTable table;
    private final ReleaseCatalogue catalogue;
    private final Map<String, ? extends CanBus> buses;
    private final DoubleSupplier volts;
    private final Map<String, Watcher> watchers = new LinkedHashMap<>();

    VirtualHealth(
            RigFile file,
            EcuTable table,
            ReleaseCatalogue catalogue,
            Map<String, ? extends CanBus> buses,
            DoubleSupplier volts) {
        this.file = file;
        this.table = table;
        this.catalogue = catalogue;
        this.buses = buses;
        this.volts = volts;
        buses.forEach((name, bus) -> {
            Watcher watcher = new Watcher();
            watchers.put(name, watcher);
            bus.observe(watcher);
        });
    }

    @Override
    public List<Bus> buses() {
        List<Bus> sound = new ArrayList<>();
        watchers.forEach((name, seen) -> sound.add(new Bus(name, "", seen.busOff(), seen.errors, 0)));
        return sound;
    }

    @Override
    public List<Unit> units() {
        return table.ecus().values().stream()
                .filter(ecu ->
                        ecu.can().filter(can -> buses.containsKey(can.bus())).isPresent())
                .map(ecu -> new Unit(ecu.name(), false, identity(ecu)))
                .toList();
    }

    private Map<String, String> identity(EcuSpec ecu) {
        Map<String, String> expected = new TreeMap<>();
        expected.put("F187", ecu.part());
        expected.put("F190", file.vehicle().vin());
        expected.put("F191", ecu.hardware());
        expected.put(
                "F189",
                catalogue.base().image(ecu.name()).map(it -> it.version()).orElse(ecu.version()));
        ExpectedHealth health = file.health();
        if (health != null && health.identity() != null) {
            ExpectedHealth.Identity special = health.identity().get(ecu.name());
            if (special != null) {
                put(expected, "F187", special.part());
                put(expected, "F189", special.software());
                put(expected, "F18C", special.serial());
                put(expected, "F191", special.hardware());
            }
        }
        return expected;
    }

    private static void put(Map<String, String> expected, String did, @Nullable String value) {
        if (value != null) {
            expected.put(did, value);
        }
    }

    @Override
    public Optional<Supply> supply() {
        ExpectedHealth health = file.health();
        ExpectedHealth.Volts limits =
                health == null || health.supply() == null ? ExpectedHealth.Volts.USUAL : health.supply();
        return Optional.of(new Supply(volts.getAsDouble(), limits.low(), limits.high()));
    }

    private static final class Watcher implements CanBus.Observer {
        private final Map<String, ControllerState> states = new TreeMap<>();
        private long errors;

        @Override
        public void frame(long at, String sender, CanFrame frame) {}

        @Override
        public void error(CanBus.BusError error) {
            errors++;
        }

        @Override
        public void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {
            states.put(node, state);
        }

        List<String> busOff() {
            return states.entrySet().stream()
                    .filter(it -> it.getValue() == ControllerState.BUS_OFF)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
