package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.Answer;

/** Driving assistance (ADAS): active between the driver's button on and off, never during an update. */
public final class AssistanceApplication extends UnitApplication {
    private boolean active;

    public AssistanceApplication(Wiring wiring) {
        super(wiring, false);
    }

    @Override
    void begin(Unit run) {
        active = false;
        plant().controls().assistance().connect(on -> press(run, on));
        run.control(() -> active &= available(run));
        run.sends("ADAS_Status", frame -> frame.set("Active", active));
        run.partner("GW", "U0146-87");
    }

    @Override
    void end() {
        plant().controls().assistance().disconnect();
        active = false;
    }

    @Override
    void identify(Bindings bindings) {
        bindings.text("AssistState", () -> active ? "active" : "off");
        bindings.text("CameraState", () -> "ok");
        bindings.routine(
                "cameraCalibration",
                Interlock.standing(this::unit, () -> true, (options, answer) -> answer.positive((byte) 0)));
    }

    private Answer press(Unit run, boolean on) {
        if (on && !available(run)) {
            return Answer.refused(run.mode().updating() ? "update-mode" : "ignition-off");
        }
        active = on;
        run.outbox().now("ADAS_Status");
        return Answer.GRANTED;
    }

    private static boolean available(Unit run) {
        return run.mode().ignition() && !run.mode().updating();
    }
}
