package dev.underpin.vehicle.app;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Answer;
import dev.underpin.vehicle.ecu.RoutineTask;
import dev.underpin.vehicle.plant.Pump;
import org.jspecify.annotations.Nullable;

/**
 * The coolant pump run: ten seconds at full speed, only while the vehicle stands in P. Status record: 00 speed reached, 01 too slow,
 * 02 ended early; then speed in rpm and current in 0.01 A at the end, two bytes each, high byte first.
 */
final class PumpRun implements RoutineTask {
    private static final long DURATION = 10 * Nanos.SECOND;
    private static final double REACHED = 0.9;
    private static final byte PASSED = 0;
    private static final byte TOO_SLOW = 1;
    private static final byte ENDED_EARLY = 2;

    private final UnitApplication thermal;
    private @Nullable Alarm end;
    private @Nullable Answer waiting;
    private byte @Nullable [] last;

    PumpRun(UnitApplication thermal) {
        this.thermal = thermal;
    }

    boolean running() {
        return waiting != null;
    }

    @Override
    public void start(byte[] options, Answer answer) {
        Interlock.standing(thermal::unit, () -> !running(), this::begin).start(options, answer);
    }

    @Override
    public void stop(Answer answer) {
        conclude(ENDED_EARLY);
        results(answer);
    }

    @Override
    public void results(Answer answer) {
        if (last == null) {
            answer.negative(Nrc.SEQUENCE_ERROR);
        } else {
            answer.positive(last);
        }
    }

    /** Ends the run when the vehicle begins to move. */
    void watchOver(Unit run) {
        if (running() && Interlock.standing(run) != Nrc.POSITIVE) {
            conclude(ENDED_EARLY);
        }
    }

    /** The control unit stops: nobody gets an answer any more. */
    void abort() {
        waiting = null;
        if (end != null) {
            end.cancel();
        }
    }

    private void begin(byte[] options, Answer answer) {
        waiting = answer;
        thermal.unit().ifPresent(run -> end = run.context().scheduler().after(DURATION, () -> conclude(verdict())));
    }

    private byte verdict() {
        return pump().speed().read() >= Pump.FULL_SPEED * REACHED ? PASSED : TOO_SLOW;
    }

    private void conclude(byte status) {
        Answer answer = waiting;
        abort();
        if (answer != null) {
            byte[] record = record(status);
            last = record;
            answer.positive(record);
        }
    }

    private byte[] record(byte status) {
        int rpm = (int) Math.round(pump().speed().read());
        int centiamperes = (int) Math.round(pump().amperes() * 100);
        return new byte[] {status, (byte) (rpm >> 8), (byte) rpm, (byte) (centiamperes >> 8), (byte) centiamperes};
    }

    private Pump pump() {
        return thermal.plant().thermal().pump();
    }
}
