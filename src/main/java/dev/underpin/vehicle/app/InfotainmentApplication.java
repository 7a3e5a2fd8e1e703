package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.ecu.EcuContext;
import dev.underpin.vehicle.screen.TouchScreen;

/**
 * The infotainment (IVI): lights its screen while it works. Frozen, it is dark and gives no life sign, but its diagnostic server still
 * answers, so that a soft restart from afar is possible.
 */
public final class InfotainmentApplication extends UnitApplication {
    private static final long RESTART_AFTER = 200 * Nanos.MILLISECOND;

    private final TouchScreen screen;
    private boolean frozen;
    private boolean freezesAtStart;
    private long touches;

    public InfotainmentApplication(Wiring wiring, TouchScreen screen) {
        super(wiring, false);
        this.screen = screen;
        screen.onPress(button -> touches++);
    }

    /**
     * Freezes the applications of the infotainment.
     *
     * @param lasting whether every start ends the same way; else the next start frees it
     */
    public void freeze(boolean lasting) {
        freezesAtStart = lasting;
        unit().ifPresent(run -> stick(run));
    }

    /** Takes away the cause of a lasting freeze; the next start succeeds. */
    public void heal() {
        freezesAtStart = false;
    }

    /** Whether the applications run, are starting or restarting, or are frozen. */
    public State state() {
        if (unit().isEmpty()) {
            return State.OFF;
        }
        return frozen ? State.FROZEN : State.RUNNING;
    }

    @Override
    void begin(Unit run) {
        frozen = false;
        screen.light(true);
        run.control(() -> plant().power().comfort(comfort(run)));
        run.sends("IVI_Status", frame -> frame.set("State", SignalState.RUNNING).set("ComfortActive", comfort(run)));
        run.partner("GW", "U0146-87");
        run.partner(Partner.service(backbone(), "TCU"), "U0198-87", "TCU");
        run.partner(Partner.service(backbone(), "NAV"), "U0163-87", "NAV");
        if (freezesAtStart) {
            stick(run);
        }
    }

    @Override
    void end() {
        screen.light(false);
        plant().power().comfort(false);
    }

    @Override
    void identify(Bindings bindings) {
        bindings.text("DisplayState", () -> frozen ? "frozen" : "running");
        bindings.number("TouchEvents", () -> touches);
        bindings.routine("softRestart", (options, answer) -> {
            answer.positive((byte) 0);
            unit().map(Unit::context).ifPresent(InfotainmentApplication::restart);
        });
    }

    private static void restart(EcuContext context) {
        context.scheduler().after(RESTART_AFTER, context::reset);
    }

    private void stick(Unit run) {
        frozen = true;
        run.mute();
        screen.light(false);
        plant().power().comfort(false);
    }

    private boolean comfort(Unit run) {
        return run.mode().ignition() && run.inbox().on("VCU_Functions.ComfortAvailable");
    }

    /** Where the infotainment stands. */
    public enum State {
        /** No power, or it has not come up yet. */
        OFF,
        RUNNING,
        FROZEN
    }

    /** As {@code IVI_Status.State} calls them. */
    private enum SignalState {
        STARTING,
        RUNNING
    }
}
