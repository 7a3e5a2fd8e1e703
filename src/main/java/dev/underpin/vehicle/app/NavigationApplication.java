package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.Answer;

/** Navigation (NAV): route guidance between the driver's start and end, not during an update. On the in-vehicle Ethernet only. */
public final class NavigationApplication extends UnitApplication {
    private boolean guiding;

    public NavigationApplication(Wiring wiring) {
        super(wiring, false);
    }

    @Override
    void begin(Unit run) {
        guide(false);
        plant().controls().navigation().connect(on -> press(run, on));
        run.control(() -> backbone().beat("NAV", run.now()));
        run.control(() -> guide(guiding && run.mode().ignition() && !run.mode().updating()));
    }

    @Override
    void end() {
        plant().controls().navigation().disconnect();
        guide(false);
    }

    @Override
    void identify(Bindings bindings) {
        bindings.text("RouteGuidance", () -> guiding ? "on" : "off");
        bindings.text("MapVersion", () -> "2026-3");
        bindings.routine(
                "cacheRebuild",
                Interlock.standing(this::unit, () -> !guiding, (options, answer) -> answer.positive((byte) 0)));
    }

    private Answer press(Unit run, boolean on) {
        if (on && run.mode().updating()) {
            return Answer.refused("update-mode");
        }
        guide(on);
        return Answer.GRANTED;
    }

    private void guide(boolean on) {
        guiding = on;
        backbone().navigation(on);
    }
}
