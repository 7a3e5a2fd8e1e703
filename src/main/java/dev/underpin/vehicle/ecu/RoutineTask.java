package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Answer;

/**
 * A routine that a tester may start (RoutineControl, 0x31). A positive answer carries the routine status record: first byte 00 means
 * passed, other first bytes are the routine's own codes. Threading: the scheduler's thread.
 */
@FunctionalInterface
public interface RoutineTask {
    /** Starts the routine with the bytes of its option record, and answers at once or when it has ended. */
    void start(byte[] options, Answer answer);

    /** Stops the routine before its end (31 02); asked for only if the table calls it stoppable. */
    default void stop(Answer answer) {
        answer.negative(Nrc.SUB_FUNCTION_NOT_SUPPORTED);
    }

    /** Tells the results of the last run (31 03); asked for only if the table says that it keeps them. */
    default void results(Answer answer) {
        answer.negative(Nrc.SUB_FUNCTION_NOT_SUPPORTED);
    }
}
