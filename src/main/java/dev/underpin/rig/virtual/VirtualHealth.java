package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.can.socketcan.CanSockets;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.ExpectedHealth;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Health;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The soundness of a vehicle on its buses, simulated or real; it looks from the moment at which it is made. */
final class VirtualHealth implements Health {
    private final RigFile file;
    private final EcuTable table;
    private final ReleaseCatalogue catalogue;
    private final History history;
    private final Map<String, ? extends CanBus> buses;
    private final DoubleSupplier volts;
    private final Map<String, Watcher> watchers = new LinkedHashMap<>();

    VirtualHealth(
            RigFile file,
            EcuTable table,
            ReleaseCatalogue catalogue,
            History history,
            Map<String, ? extends CanBus> buses,
            DoubleSupplier volts) {
        this.file = file;
        this.table = table;
        this.catalogue = catalogue;
        this.history = history;
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
        watchers.forEach((name, seen) ->
                sound.add(new Bus(name, trouble(name), seen.busOff(), seen.errors, lost(name), mayLose())));
        return sound;
    }

    /** Why an interface of the bus cannot be used, in words that say what to type. */
    private String trouble(String bus) {
        try {
            for (String name : described(bus).interfaces()) {
                CanSockets.requireUp(name);
            }
            return "";
        } catch (UserMistake unusable) {
            return String.valueOf(unusable.getMessage());
        } catch (IOException broken) {
            return "a CAN interface broke: " + broken.getMessage();
        }
    }

    private RigFile.Bus described(String bus) {
        return file.bus(bus);
    }

    private long lost(String bus) {
        return history.of(Kind.MEDIUM).stream()
                .filter(entry ->
                        entry.text("event").equals("lost") && entry.text("bus").equals(bus))
                .count();
    }

    private long mayLose() {
        ExpectedHealth health = file.health();
        return health == null || health.lostFrames() == null ? 0 : health.lostFrames();
    }

    @Override
    public List<Unit> units() {
        return table.ecus().values().stream()
                .filter(ecu ->
                        ecu.can().filter(can -> buses.containsKey(can.bus())).isPresent())
                .map(ecu -> new Unit(ecu.name(), file.realEcus().contains(ecu.name()), identity(ecu)))
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
