package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.database.Database;
import dev.underpin.can.log.FrameRecorder;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.recorder.ControllerRecorder;
import dev.underpin.rig.recorder.EcuRecorder;
import dev.underpin.rig.recorder.EthernetRecorder;
import dev.underpin.rig.recorder.HandRecorder;
import dev.underpin.rig.recorder.HttpRecorder;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.rig.recorder.PlantRecorder;
import dev.underpin.rig.recorder.RealBootRecorder;
import dev.underpin.rig.recorder.ScreenRecorder;
import dev.underpin.rig.recorder.SignalRecorder;
import dev.underpin.rig.recorder.UdsRecorder;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.ecu.Ecu;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.Locale;
import java.util.Set;

/** Sets a recorder at every seam of the virtual rig. */
final class Observation {
    private static final int FUNCTIONAL_ID = 0x7DF;

    private final Pen pen;
    private final EcuTable table;
    private final Database signals;
    private final Set<String> real;

    /** @param real control units whose simulated likenesses are not to be seen */
    Observation(Pen pen, EcuTable table, Database signals, Set<String> real) {
        this.real = real;
        this.pen = pen;
        this.table = table;
        this.signals = signals;
    }

    void wires(Wires wires) {
        UdsRecorder uds = new UdsRecorder(pen);
        for (CanBus bus : wires.buses().values()) {
            bus.observe(new FrameRecorder(pen.history().frames(bus.name())));
            bus.observe(new ControllerRecorder(pen, bus.name()));
            bus.observe(new SignalRecorder(pen, bus.name(), signals));
            uds.listenFunctional(bus, FUNCTIONAL_ID);
        }
        for (EcuSpec ecu : table.ecus().values()) {
            ecu.can().filter(address -> !address.bus().isEmpty()).ifPresent(address -> {
                CanBus bus = wires.buses().get(address.bus());
                if (bus != null) {
                    uds.listen(bus, ecu, address);
                    if (real.contains(ecu.name())) {
                        new RealBootRecorder(pen, ecu.name()).listen(bus, address, FUNCTIONAL_ID);
                    }
                }
            });
            if (ecu.ethernet()) {
                uds.listen(ecu);
            }
        }
        uds.listen(wires.ethernet());
        wires.ethernet().observe(new EthernetRecorder(pen.history().packets("ethernet")));
    }

    void vehicle(Vehicle vehicle, HttpRecorder http) {
        ScreenRecorder screens = new ScreenRecorder(pen);
        vehicle.screens().values().forEach(screen -> screen.watch(screens));
        vehicle.telematics().uplink().listen(http);
        vehicle.plant().controls().listen(new HandRecorder(pen));
        vehicle.lamps()
                .listen((lamp, colour, lit) -> pen.write(
                        Kind.LAMP,
                        "cluster",
                        Fields.of("lamp", lamp.label())
                                .and("colour", colour.name().toLowerCase(Locale.ROOT))
                                .and("lit", lit)));
        new PlantRecorder(pen, vehicle.plant());
        vehicle.ecus().stream().filter(ecu -> !real.contains(ecu.spec().name())).forEach(ecu -> watch(ecu, vehicle));
    }

    private void watch(Ecu ecu, Vehicle vehicle) {
        EcuRecorder recorder = new EcuRecorder(pen, ecu.spec().name());
        recorder.watch(vehicle.supply(ecu.spec().name()));
        ecu.onBoot(recorder);
        ecu.onFlash(recorder);
    }
}
