package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.plant.Body.Contact;
import dev.underpin.vehicle.plant.Plant;
import dev.underpin.vehicle.telematics.VehicleState;
import java.util.List;
import java.util.stream.Stream;

/** The vehicle as the gateway knows it from the buses, its battery sensor, its ignition input and the contacts of the body. */
final class GatewayState implements VehicleState {
    private static final long STALE = 2 * Nanos.SECOND;

    private final UnitApplication gateway;
    private double stateOfCharge;
    private double odometer;

    GatewayState(UnitApplication gateway) {
        this.gateway = gateway;
        stateOfCharge = plant().pack().stateOfCharge();
        odometer = plant().motion().odometer();
    }

    @Override
    public double stateOfCharge() {
        stateOfCharge = heard("BMS_Status.SoC", stateOfCharge);
        return stateOfCharge;
    }

    @Override
    public double lowVoltage() {
        return plant().lowVoltage().battery().read();
    }

    @Override
    public double speed() {
        return heard("BRK_Speed.Speed", 0);
    }

    @Override
    public String gear() {
        return gateway.unit()
                .map(run -> run.inbox().label("VCU_DriveState.Gear", "P"))
                .orElse("P");
    }

    @Override
    public boolean ignition() {
        return plant().controls().ignition();
    }

    @Override
    public boolean chargerConnected() {
        return heard("OBC_Charge.Plugged", 0) != 0 && heard("OBC_Charge.Offered", 0) > 0;
    }

    @Override
    public boolean navigationActive() {
        return gateway.backbone().navigationActive();
    }

    @Override
    public boolean drivingAssistanceActive() {
        return gateway.unit().filter(run -> run.fresh("ADAS_Status", STALE)).isPresent()
                && heard("ADAS_Status.Active", 0) != 0;
    }

    @Override
    public Body body() {
        var contacts = plant().body();
        return new Body(
                contacts.is(Contact.DOOR_OPEN),
                contacts.is(Contact.BONNET_OPEN),
                contacts.is(Contact.TRAILER),
                contacts.is(Contact.TESTER_PLUGGED),
                contacts.is(Contact.ALARM),
                contacts.is(Contact.CRASH),
                heard("BRK_Speed.Slope", 0));
    }

    @Override
    public double odometer() {
        odometer = heard("IPC_Odometer.Odometer", odometer);
        return odometer;
    }

    @Override
    public List<String> lamps() {
        return Stream.of(Lamp.values())
                .filter(lamp -> heard("IPC_Lamps." + lamp.signal(), 0) != 0)
                .map(Lamp::label)
                .toList();
    }

    private double heard(String signal, double otherwise) {
        return gateway.unit().map(run -> run.inbox().value(signal, otherwise)).orElse(otherwise);
    }

    private Plant plant() {
        return gateway.plant();
    }
}
