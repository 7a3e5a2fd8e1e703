package dev.underpin.vehicle.app;

import dev.underpin.vehicle.app.VehicleMode.Power;
import dev.underpin.vehicle.app.VehicleMode.Told;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.Wake;
import dev.underpin.vehicle.telematics.VehicleControl;
import dev.underpin.vehicle.telematics.VehicleState;

/**
 * The central gateway (GW): routes signal frames between the buses, tells the mode of the vehicle, does what the telematics unit asks
 * for, and sleeps with the buses. Update mode and the count of ignition cycles outlive its resets.
 */
public final class GatewayApplication extends UnitApplication implements VehicleControl {
    private static final String UPDATE_MODE = "update-mode";
    private static final String CYCLES = "ignition-cycles";
    private static final double LOW_VOLTS = 11.5;

    private final Wiring wiring;
    private final Restart restart;
    private final GatewayState state;
    private boolean ignition;
    private boolean held;
    private boolean drained;
    private int cycles;

    public GatewayApplication(Wiring wiring) {
        super(wiring, false);
        this.wiring = wiring;
        this.restart = new Restart(this, wiring.table());
        this.state = new GatewayState(this);
        plant().controls().listen((action, value, answer) -> tellMode());
    }

    /** What the gateway knows of the vehicle, for the telematics unit. */
    public VehicleState state() {
        return state;
    }

    /**
     * Keeps the switched supply on, or lets it go: for diagnosis of a parked vehicle. It is let go by itself when the 12 V battery gets
     * low, until the next wish to hold it.
     */
    public void hold(boolean on) {
        held = on;
        drained = false;
        followHold();
    }

    @Override
    public boolean updateMode(boolean on) {
        unit().ifPresent(run -> {
            if (on) {
                run.context().storage().put(UPDATE_MODE, "on");
            } else {
                run.context().storage().remove(UPDATE_MODE);
            }
            followHold();
            tellMode();
        });
        return unit().isPresent();
    }

    @Override
    public void restart(Runnable restarted) {
        unit().ifPresent(run -> restart.begin(run, restarted));
    }

    @Override
    void begin(Unit run) {
        cycles = (int) run.context().storage().number(CYCLES, 0);
        ignition = plant().controls().ignition() && cycles > 0;
        Routes.connect(
                wiring.signals(), run.context().port("drive"), run.context().port("chassis"));
        run.control(() -> beat(run));
        run.sends("GW_VehicleMode", this::fillMode);
        run.sends(
                "GW_LowVoltage",
                frame -> frame.set("Voltage", plant().lowVoltage().battery().read()));
        run.watch("P0562-16", () -> true, () -> plant().lowVoltage().battery().read() < LOW_VOLTS);
        run.partner("IPC", "U0155-87");
        run.partner("IVI", "U0184-87");
        run.partner(Partner.service(backbone(), "TCU"), "U0198-87", "TCU");
        followHold();
        tellMode();
    }

    @Override
    void end() {
        restart.abandon();
    }

    @Override
    void identify(Bindings bindings) {
        bindings.number(
                "SupplyVoltage", () -> unit().map(run -> run.context().volts()).orElse(0.0));
        bindings.number(
                "BusLoad", () -> unit().map(run -> run.busLoad().percent()).orElse(0.0));
        bindings.text("UpdateMode", () -> updating() ? "on" : "off");
    }

    boolean updating() {
        return unit().flatMap(run -> run.context().storage().get(UPDATE_MODE)).isPresent();
    }

    private void beat(Unit run) {
        if (held && plant().lowVoltage().battery().read() < LOW_VOLTS) {
            drained = true;
            followHold();
        }
        backbone().beat("GW", run.now());
        backbone().mode(told());
    }

    void followHold() {
        plant().power().wake(Wake.GATEWAY, (held && !drained) || updating() || restart.underWay());
    }

    private void tellMode() {
        unit().ifPresent(run -> {
            countIgnition(run);
            backbone().mode(told());
            if (plant().power().awake()) {
                run.outbox().now("GW_VehicleMode");
            }
        });
    }

    private void countIgnition(Unit run) {
        boolean on = plant().controls().ignition();
        if (on && !ignition) {
            cycles++;
            run.context().storage().put(CYCLES, Integer.toString(cycles));
        }
        ignition = on;
    }

    private Told told() {
        return new Told(ignition, updating(), power(), cycles);
    }

    private Power power() {
        if (ignition) {
            return Power.IGNITION;
        }
        if (plant().power().held(Wake.CHARGER)) {
            return Power.CHARGING;
        }
        return plant().power().held(Wake.GATEWAY) ? Power.HELD : Power.SLEEP;
    }

    private void fillMode(Frame frame) {
        Told told = backbone().mode();
        frame.set("UpdateMode", told.updating())
                .set("Ignition", told.ignition())
                .set("Power", told.power())
                .set("NavigationActive", backbone().navigationActive())
                .set("IgnitionCycle", told.ignitionCycle() & 0xffff);
    }
}
