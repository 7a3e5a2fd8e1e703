package dev.underpin.rig.virtual;

import dev.underpin.can.CanPort;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.Application;
import dev.underpin.vehicle.ecu.EcuSeams;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.VehicleControl;
import dev.underpin.vehicle.telematics.VehicleState;
import dev.underpin.vehicle.telematics.update.Preconditions;
import dev.underpin.vehicle.telematics.update.Verifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rig's own fitting: what the rig was given, with a gateway before each bus, cells in front of the flash of which something may be
 * wrong, pictures that can stand still, and a man in the middle of the way to the cloud.
 */
final class BenchFitting implements Fitting {
    private final Fitting given;
    private final Scheduler scheduler;
    private final EcuTable table;
    private final BusFaults wires;
    private final CloudFaults cloud;
    private final Map<String, Cells> memories = new LinkedHashMap<>();
    private final List<FreezableDisplay> pictures = new ArrayList<>();

    BenchFitting(Fitting given, Scheduler scheduler, EcuTable table, BusFaults wires, CloudFaults cloud) {
        this.given = given;
        this.scheduler = scheduler;
        this.table = table;
        this.wires = wires;
        this.cloud = cloud;
    }

    Map<String, Cells> memories() {
        return memories;
    }

    List<FreezableDisplay> pictures() {
        return pictures;
    }

    @Override
    public CanPort port(String ecu, CanPort port) {
        return given.port(ecu, wires.gated(ecu, port));
    }

    @Override
    public Banks banks(String ecu, Banks banks) {
        Cells cells = memories.computeIfAbsent(ecu, any -> new Cells());
        return FlashFaults.fitted(scheduler, table.ecu(ecu).flash().orElseThrow(), cells, given.banks(ecu, banks));
    }

    @Override
    public EcuSeams ecu(String ecu) {
        return given.ecu(ecu);
    }

    @Override
    public ServerLink server(String ecu, ServerLink link) {
        return given.server(ecu, link);
    }

    @Override
    public ClientTiming patience(ClientTiming timing) {
        return given.patience(timing);
    }

    @Override
    public Application application(String ecu, Application application) {
        return given.application(ecu, application);
    }

    @Override
    public Display display(Display display) {
        FreezableDisplay picture = new FreezableDisplay(given.display(display));
        pictures.add(picture);
        return picture;
    }

    @Override
    public TesterLink tester(String ecu, TesterLink link) {
        return given.tester(ecu, link);
    }

    @Override
    public HttpExchange exchange(HttpExchange exchange) {
        return given.exchange(cloud.between(exchange));
    }

    @Override
    public VehicleControl control(VehicleControl control) {
        return given.control(control);
    }

    @Override
    public VehicleState state(VehicleState state) {
        return given.state(state);
    }

    @Override
    public Preconditions preconditions(Preconditions preconditions) {
        return given.preconditions(preconditions);
    }

    @Override
    public Verifier verifier(Verifier verifier) {
        return given.verifier(verifier);
    }
}
