package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.server.Answer;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.LowVoltage;

/**
 * The DC/DC converter (DCDC): feeds the 12 V net while the high-voltage net is live. Its test switches it off for three seconds, on
 * for two, and measures: status 00 or 01, then output voltage in 0.01 V (two bytes).
 */
public final class ConverterApplication extends UnitApplication {
    private static final double WEAK_VOLTS = LowVoltage.SETPOINT - 0.8;
    private static final double LOWEST_VOLTS = 11;
    private static final double LARGEST_AMPERES = 190;
    private static final double WARMTH_PER_AMPERE = 0.2;
    private static final long TEST_OFF = 3 * Nanos.SECOND;
    private static final long TEST_ON = 2 * Nanos.SECOND;
    private static final long SETTLING = 2 * Nanos.SECOND;

    private boolean testing;
    private boolean heldOff;
    private long liveSince = Inbox.NEVER;

    public ConverterApplication(Wiring wiring) {
        super(wiring, false);
    }

    @Override
    void begin(Unit run) {
        LowVoltage net = plant().lowVoltage();
        testing = false;
        heldOff = false;
        liveSince = Inbox.NEVER;
        run.control(() -> convert(run));
        run.sends(
                "DCDC_Status",
                frame -> frame.set("OutputVoltage", net.output().read())
                        .set("OutputCurrent", net.converterAmperes())
                        .set("State", plant().pack().live() && !heldOff));
        run.watch("P0A94-92", () -> settled(run), () -> weak(net));
        run.watch(
                "P0A8D-16", () -> settled(run), () -> weak(net) && net.output().read() < LOWEST_VOLTS);
    }

    @Override
    void identify(Bindings bindings) {
        LowVoltage net = plant().lowVoltage();
        bindings.number("ConverterVoltage", net.output()::read);
        bindings.number("ConverterCurrent", net::converterAmperes);
        bindings.number(
                "ConverterTemperature", () -> plant().thermal().ambient() + net.converterAmperes() * WARMTH_PER_AMPERE);
        bindings.routine("converterTest", Interlock.standing(this::unit, plant().pack()::live, this::test));
    }

    private void convert(Unit run) {
        plant().lowVoltage().converter(!heldOff);
        if (!plant().pack().live() || testing) {
            liveSince = Inbox.NEVER;
        } else if (liveSince == Inbox.NEVER) {
            liveSince = run.now();
        }
    }

    /** Whether it gives too little although it could give more current. */
    private static boolean weak(LowVoltage net) {
        return net.output().read() < WEAK_VOLTS && net.converterAmperes() < LARGEST_AMPERES;
    }

    private boolean settled(Unit run) {
        return liveSince != Inbox.NEVER && run.now() - liveSince >= SETTLING;
    }

    private void test(byte[] options, Answer answer) {
        testing = true;
        heldOff = true;
        unit().map(run -> run.context().scheduler())
                .ifPresent(scheduler -> scheduler.after(TEST_OFF, () -> switchOn(scheduler, answer)));
    }

    private void switchOn(Scheduler scheduler, Answer answer) {
        heldOff = false;
        scheduler.after(TEST_ON, () -> conclude(answer));
    }

    private void conclude(Answer answer) {
        testing = false;
        double volts = plant().lowVoltage().output().read();
        int centivolts = (int) Math.round(volts * 100);
        answer.positive((byte) (volts >= WEAK_VOLTS ? 0 : 1), (byte) (centivolts >> 8), (byte) centivolts);
    }
}
