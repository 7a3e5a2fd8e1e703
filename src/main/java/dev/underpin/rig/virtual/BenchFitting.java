package dev.underpin.rig.virtual;

import dev.underpin.can.CanPort;
import dev.underpin.uds.TesterLink;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.Application;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.VehicleControl;
import dev.underpin.vehicle.telematics.VehicleState;
import dev.underpin.vehicle.telematics.update.Preconditions;
import dev.underpin.vehicle.telematics.update.Verifier;

/** The rig's own fitting: what the rig was given, with a gateway before each bus and cells that can wear in front of the flash. */
record BenchFitting(Fitting given, FaultFitting wear, BusFaults wires) implements Fitting {
    @Override
    public CanPort port(String ecu, CanPort port) {
        return given.port(ecu, wires.gated(ecu, port));
    }

    @Override
    public Banks banks(String ecu, Banks banks) {
        return wear.banks(ecu, given.banks(ecu, banks));
    }

    @Override
    public Application application(String ecu, Application application) {
        return given.application(ecu, application);
    }

    @Override
    public Display display(Display display) {
        return given.display(display);
    }

    @Override
    public TesterLink tester(String ecu, TesterLink link) {
        return given.tester(ecu, link);
    }

    @Override
    public HttpExchange exchange(HttpExchange exchange) {
        return given.exchange(exchange);
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
