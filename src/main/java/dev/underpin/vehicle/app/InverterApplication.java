package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.ecu.memory.Monitor;
import dev.underpin.vehicle.plant.Sensor;
import org.jspecify.annotations.Nullable;

/** The inverter (INV): makes the torque that the drive control asks for, less when it is too hot, none when nobody asks. */
public final class InverterApplication extends UnitApplication {
    private static final long REQUEST_VALID = 300 * Nanos.MILLISECOND;
    private static final double HOTTEST = 115;
    private static final double LIMITED = 0.3;
    private static final double MOTOR_OVER_INVERTER = 6;
    private static final double HIGHEST_DC_LINK = 440;
    private static final double REVOLUTIONS_PER_KILOMETRE_PER_HOUR = 66.3;

    private @Nullable Monitor overTemperature;

    public InverterApplication(Wiring wiring) {
        super(wiring, true);
    }

    @Override
    void begin(Unit run) {
        Sensor temperature = plant().thermal().inverter();
        run.control(() -> plant().motor().command(wanted(run)));
        run.sends(
                "INV_Status",
                frame -> frame.set("Torque", plant().motor().torque())
                        .set("MotorSpeed", motorSpeed())
                        .set("Temperature", temperature.read())
                        .set("State", state(run)));
        overTemperature = run.watch("P0A3C-98", () -> true, () -> temperature.read() > HOTTEST);
        run.watch("P0C79-17", plant().pack()::live, () -> plant().pack().volts() > HIGHEST_DC_LINK);
        run.partner("VCU", "U0293-87");
    }

    @Override
    void identify(Bindings bindings) {
        bindings.number("InverterTemperature", plant().thermal().inverter()::read);
        bindings.number("MotorTemperature", () -> plant().thermal().inverter().read() + MOTOR_OVER_INVERTER);
        bindings.number("MotorSpeed", this::motorSpeed);
        bindings.number("MotorTorque", plant().motor()::torque);
        bindings.routine("resolverLearn", (options, answer) -> answer.negative(Nrc.CONDITIONS_NOT_CORRECT));
    }

    private double wanted(Unit run) {
        boolean asked =
                run.fresh("VCU_TorqueRequest", REQUEST_VALID) && run.inbox().on("VCU_TorqueRequest.Enable");
        double torque = asked ? run.inbox().value("VCU_TorqueRequest.Torque", 0) : 0;
        return hot() ? torque * LIMITED : torque;
    }

    private State state(Unit run) {
        if (!plant().pack().live()) {
            return State.OFF;
        }
        if (hot()) {
            return State.LIMITED;
        }
        return run.moving() ? State.DRIVING : State.READY;
    }

    private boolean hot() {
        return overTemperature != null && overTemperature.isFailed();
    }

    private double motorSpeed() {
        return plant().motion().speed() * REVOLUTIONS_PER_KILOMETRE_PER_HOUR;
    }

    /** As {@code INV_Status.State} calls them. */
    private enum State {
        OFF,
        READY,
        DRIVING,
        LIMITED
    }
}
