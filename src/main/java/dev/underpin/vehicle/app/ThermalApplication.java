package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.Pump;
import dev.underpin.vehicle.plant.Thermal;

/** The thermal control (THM): runs the coolant pump as the pack needs it, watches its speed, runs the climate when comfort is available. */
public final class ThermalApplication extends UnitApplication {
    private static final double IDLE_RPM = 1_500;
    private static final double HIGHEST_RPM = 4_500;
    private static final double RPM_PER_KELVIN = 120;
    private static final double COOL_ENOUGH = 25;
    private static final double LARGEST_LOSS = 0.25;
    private static final double UNDERSPEED_RPM = 500;

    private final PumpRun pumpRun = new PumpRun(this);
    private int steadyFor;

    public ThermalApplication(Wiring wiring) {
        super(wiring, false);
    }

    @Override
    void begin(Unit run) {
        Thermal thermal = plant().thermal();
        Pump pump = thermal.pump();
        steadyFor = 0;
        run.control(() -> command(run, pump));
        run.sends(
                "THM_Status",
                frame -> frame.set("PumpRpm", pump.speed().read())
                        .set("PumpCommand", pump.commanded())
                        .set("CoolantInlet", thermal.inlet().read())
                        .set("CoolantOutlet", thermal.outlet().read())
                        .set("ComfortActive", comfort(run))
                        .set("RunTest", pumpRun.running())
                        .set("Ambient", thermal.ambient()));
        run.watch("P0C4A-92", this::steady, () -> pump.speed().read() < pump.commanded() * (1 - LARGEST_LOSS));
        run.watch("P0E3C-92", this::steady, () -> pump.speed().read() < UNDERSPEED_RPM);
    }

    @Override
    void end() {
        pumpRun.abort();
        plant().thermal().pump().command(0);
        plant().climate(false);
    }

    @Override
    void identify(Bindings bindings) {
        Thermal thermal = plant().thermal();
        Pump pump = thermal.pump();
        bindings.number("PumpCommand", pump::commanded);
        bindings.number("PumpRpm", pump.speed()::read);
        bindings.number("PumpCurrent", pump::amperes);
        bindings.number("CoolantInlet", thermal.inlet()::read);
        bindings.number("CoolantOutlet", thermal.outlet()::read);
        bindings.number("Ambient", thermal::ambient);
        bindings.routine("coolantPumpRun", pumpRun);
    }

    private void command(Unit run, Pump pump) {
        pumpRun.watchOver(run);
        double wanted = pumpRun.running() ? Pump.FULL_SPEED : cooling(run);
        boolean jumped = Math.abs(wanted - pump.commanded()) > pump.commanded() * 0.1 + 1;
        steadyFor = jumped || wanted == 0 ? 0 : steadyFor + 1;
        pump.command(wanted);
        plant().climate(comfort(run));
    }

    private double cooling(Unit run) {
        if (!run.inbox().on("BMS_Contactors.Closed")) {
            return 0;
        }
        double hottest = run.inbox().value("BMS_Cells.MaxTemperature", COOL_ENOUGH);
        return Math.clamp(IDLE_RPM + (hottest - COOL_ENOUGH) * RPM_PER_KELVIN, IDLE_RPM, HIGHEST_RPM);
    }

    /** Whether the command has stood still for three seconds, so that the speed has to have followed. */
    private boolean steady() {
        return steadyFor >= 30;
    }

    private static boolean comfort(Unit run) {
        return run.mode().ignition() && run.inbox().on("VCU_Functions.ComfortAvailable");
    }
}
