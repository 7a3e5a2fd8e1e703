package dev.underpin.vehicle.app;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Answer;
import dev.underpin.vehicle.ecu.RoutineTask;
import org.jspecify.annotations.Nullable;

/**
 * Cell balancing: answers at once, then works for three minutes beside. Result: 00 balanced, 01 spread remains, 02 still running.
 */
final class Balancing implements RoutineTask {
    private static final byte RUNNING = 2;
    private static final int SECONDS = 180;
    private static final double BALANCED_VOLTS = 0.02;

    private final UnitApplication battery;
    private @Nullable Alarm alarm;
    private int secondsLeft;

    Balancing(UnitApplication battery) {
        this.battery = battery;
    }

    @Override
    public void start(byte[] options, Answer answer) {
        Interlock.standing(battery::unit, () -> true, this::begin).start(options, answer);
    }

    @Override
    public void stop(Answer answer) {
        stop();
        answer.positive(result());
    }

    @Override
    public void results(Answer answer) {
        answer.positive(result());
    }

    boolean running() {
        return secondsLeft > 0;
    }

    /** Runs it anew, or stops it at 0. */
    void adjust(double wanted) {
        stop();
        if (wanted != 0) {
            run();
        }
    }

    void stop() {
        secondsLeft = 0;
        if (alarm != null) {
            alarm.cancel();
        }
    }

    private void begin(byte[] options, Answer answer) {
        stop();
        run();
        if (running()) {
            answer.positive(RUNNING);
        } else {
            answer.negative(Nrc.CONDITIONS_NOT_CORRECT);
        }
    }

    private void run() {
        battery.unit().ifPresent(run -> {
            secondsLeft = SECONDS;
            alarm = run.context().scheduler().after(Nanos.SECOND, this::second);
        });
    }

    private void second() {
        battery.plant().pack().balance(1);
        secondsLeft--;
        if (secondsLeft > 0 && alarm != null) {
            alarm.in(Nanos.SECOND);
        }
    }

    private byte result() {
        if (secondsLeft > 0) {
            return RUNNING;
        }
        double spread = battery.plant().pack().highestCell().read()
                - battery.plant().pack().lowestCell().read();
        return (byte) (spread <= BALANCED_VOLTS ? 0 : 1);
    }
}
