package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.Charging;
import dev.underpin.vehicle.plant.Wake;

/** The on-board charger and charge manager (OBC): takes power when plug, pilot and proximity are in order, until the pack is full. */
public final class ChargerApplication extends UnitApplication {
    private static final double HOTTEST = 95;
    private static final double HIGHEST_MAINS = 264;
    private static final double FULL = 99.9;

    public ChargerApplication(Wiring wiring) {
        super(wiring, false);
    }

    @Override
    void begin(Unit run) {
        Charging charging = plant().charging();
        run.control(() -> charge(charging));
        run.sends(
                "OBC_Charge",
                frame -> frame.set("Plugged", charging.plugged())
                        .set("State", state(charging))
                        .set("Power", charging.watts() / 1000)
                        .set("Offered", charging.offered()));
        run.watch("P0D56-13", () -> true, () -> charging.plugged() && !charging.proximity());
        run.watch("P0CF3-13", () -> true, () -> charging.proximity() && charging.offered() == 0);
        run.watch("P0D28-17", () -> true, () -> charging.stationVolts() > HIGHEST_MAINS);
        run.watch("P0D24-98", () -> true, () -> temperature() > HOTTEST);
        run.partner("BMS", "U0111-87");
    }

    @Override
    void identify(Bindings bindings) {
        Charging charging = plant().charging();
        bindings.text("ChargeState", () -> Surroundings.chargeState(charging));
        bindings.number("EvseVoltage", charging::stationVolts);
        bindings.number("EvseCurrent", charging::stationAmperes);
        bindings.number("ChargerTemperature", this::temperature);
        bindings.routine(
                "chargeLockCycle",
                Interlock.standing(
                        this::unit, () -> charging.watts() == 0, (options, answer) -> answer.positive((byte) 0)));
    }

    private void charge(Charging charging) {
        boolean full = plant().pack().stateOfCharge() >= FULL;
        charging.take(fit(charging) && !full);
        if (full) {
            plant().power().wake(Wake.CHARGER, false);
        }
    }

    private boolean fit(Charging charging) {
        return charging.proximity()
                && charging.offered() > 0
                && charging.stationVolts() <= HIGHEST_MAINS
                && temperature() <= HOTTEST;
    }

    private State state(Charging charging) {
        if (charging.watts() > 0) {
            return State.CHARGING;
        }
        return fit(charging) ? State.READY : State.IDLE;
    }

    private double temperature() {
        return plant().thermal().ambient() + plant().charging().warmth();
    }

    /** As {@code OBC_Charge.State} calls them. */
    enum State {
        IDLE,
        READY,
        CHARGING
    }
}
