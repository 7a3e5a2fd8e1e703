package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.Answer;
import dev.underpin.vehicle.plant.Gear;
import dev.underpin.vehicle.plant.Motion;
import dev.underpin.vehicle.plant.Motor;
import java.util.Locale;

/**
 * The drive control (VCU): decides whether the vehicle may be driven, answers the gear selector, asks the inverter for torque, says
 * whether comfort is available.
 */
public final class DriveApplication extends UnitApplication {
    private static final long SILENT_AFTER = 2 * Nanos.SECOND;
    private static final long START_UP = 4 * Nanos.SECOND;
    private static final double FULL_POWER_KILOWATTS = 300;
    private static final double SHIFTING_SPEED = 5;

    private Refusal refusal = Refusal.IGNITION_OFF;
    private long startedAt;
    private int counter;

    public DriveApplication(Wiring wiring) {
        super(wiring, true);
    }

    @Override
    void begin(Unit run) {
        startedAt = run.now();
        refusal = Refusal.IGNITION_OFF;
        plant().motion().selector().connect(wish -> shift(run, wish));
        run.control(() -> refusal = refusal(run));
        run.control(() -> parkWhenLeft(run));
        declareSignals(run);
        run.partner("BMS", "U0111-87");
        run.partner("INV", "U0110-87");
        run.partner("DCDC", "U0298-87");
        run.partner("OBC", "U019B-87");
        run.partner("BRK", "U0129-87");
        run.partner("THM", "U0164-87");
        run.partner("GW", "U0146-87");
    }

    @Override
    void end() {
        plant().motion().selector().disconnect();
    }

    @Override
    void identify(Bindings bindings) {
        bindings.text("DriveReady", () -> ready() ? "ready" : "not ready");
        bindings.text("DriveInhibit", () -> unit().filter(this::inhibited).isPresent() ? "inhibited" : "released");
        bindings.text("Gear", () -> plant().motion().gear().name());
        bindings.number("Speed", plant().motion()::speed);
        bindings.number("ObdSpeed", plant().motion()::speed);
        bindings.number("ObdStateOfCharge", () -> heard("BMS_Status.SoC"));
        bindings.number("ObdStateOfHealth", () -> heard("BMS_Status.Health"));
        bindings.number("ObdOdometer", () -> heard("IPC_Odometer.Odometer"));
        bindings.number("PowerLimit", () -> unit().map(this::torqueLimit).orElse(0.0) * 100);
    }

    private void declareSignals(Unit run) {
        run.sends(
                "VCU_DriveState",
                frame -> frame.set("DriveReady", ready())
                        .set("DriveInhibit", inhibited(run))
                        .set("Gear", plant().motion().gear())
                        .set("Refusal", refusal)
                        .set("Speed", run.speed())
                        .set("Accelerator", plant().driver().accelerator() * 100)
                        .set("Brake", plant().driver().brake() * 100)
                        .set("Counter", counter++ & 0xf));
        run.sends(
                "VCU_TorqueRequest",
                frame -> frame.set("Torque", torque(run)).set("Enable", ready()).set("Counter", counter & 0xf));
        run.sends(
                "VCU_Functions",
                frame -> frame.set("ComfortAvailable", comfort(run))
                        .set("PowerLimited", torqueLimit(run) < 1)
                        .set("TorqueLimit", torqueLimit(run) * 100));
    }

    private Answer shift(Unit run, Gear wish) {
        boolean driving = wish == Gear.D || wish == Gear.R;
        refusal = refusal(run);
        if (driving && !ready()) {
            return Answer.refused(refusal.words());
        }
        if (wish == Gear.P && run.speed() > SHIFTING_SPEED) {
            return Answer.refused("speed-too-high");
        }
        plant().motion().engage(wish);
        run.outbox().now("VCU_DriveState");
        return Answer.GRANTED;
    }

    private void parkWhenLeft(Unit run) {
        Motion motion = plant().motion();
        if (!run.mode().ignition() && motion.gear() != Gear.P && motion.speed() < 1) {
            motion.engage(Gear.P);
        }
    }

    private boolean ready() {
        return refusal == Refusal.NONE;
    }

    private boolean inhibited(Unit run) {
        return switch (refusal) {
            case UPDATE_MODE, SAFETY_PROGRAMMING -> true;
            case BATTERY_SILENT, INVERTER_SILENT -> run.now() - startedAt > START_UP;
            default -> false;
        };
    }

    private boolean comfort(Unit run) {
        return run.mode().ignition() && !run.mode().updating();
    }

    private Refusal refusal(Unit run) {
        if (run.mode().updating()) {
            return Refusal.UPDATE_MODE;
        }
        if (!run.mode().ignition()) {
            return Refusal.IGNITION_OFF;
        }
        if (run.inbox().on("OBC_Charge.Plugged")) {
            return Refusal.CHARGER_PLUGGED;
        }
        return partnerRefusal(run);
    }

    private static Refusal partnerRefusal(Unit run) {
        if (run.programming() || programming(run, "BMS") || programming(run, "INV")) {
            return Refusal.SAFETY_PROGRAMMING;
        }
        if (!run.fresh("BMS_Alive", SILENT_AFTER)) {
            return Refusal.BATTERY_SILENT;
        }
        if (!run.fresh("INV_Alive", SILENT_AFTER)) {
            return Refusal.INVERTER_SILENT;
        }
        return run.inbox().on("BMS_Contactors.Closed") ? Refusal.NONE : Refusal.NO_HIGH_VOLTAGE;
    }

    private static boolean programming(Unit run, String ecu) {
        return run.inbox().is(ecu + "_Alive.State", LifeSign.PROGRAMMING);
    }

    private double torque(Unit run) {
        Gear gear = plant().motion().gear();
        if (!ready() || (gear != Gear.D && gear != Gear.R)) {
            return 0;
        }
        double forward = plant().driver().accelerator() * Motor.MAXIMUM_TORQUE * torqueLimit(run);
        return gear == Gear.D ? forward : -forward;
    }

    private double torqueLimit(Unit run) {
        double power = run.inbox().value("BMS_Limits.DischargePower", FULL_POWER_KILOWATTS);
        return Math.clamp(power / FULL_POWER_KILOWATTS, 0, 1);
    }

    /** Why the vehicle is not ready to be driven. */
    private enum Refusal {
        NONE,
        UPDATE_MODE,
        IGNITION_OFF,
        CHARGER_PLUGGED,
        BATTERY_SILENT,
        INVERTER_SILENT,
        SAFETY_PROGRAMMING,
        NO_HIGH_VOLTAGE;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
