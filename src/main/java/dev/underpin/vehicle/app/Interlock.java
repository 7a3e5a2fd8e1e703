package dev.underpin.vehicle.app;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Answer;
import dev.underpin.vehicle.ecu.RoutineTask;
import java.util.Optional;
import java.util.function.Supplier;

/** Conditions of the vehicle under which a tester may act. */
final class Interlock {
    private Interlock() {}

    /** {@link Nrc#POSITIVE} if the vehicle stands in P; else that it is too fast, or not in park. */
    static Nrc standing(Unit unit) {
        if (unit.moving()) {
            return Nrc.SPEED_TOO_HIGH;
        }
        return unit.inPark() ? Nrc.POSITIVE : Nrc.NOT_IN_PARK;
    }

    /** A routine that may only start while the vehicle stands in P and {@code alsoNeeded} holds. */
    static RoutineTask standing(Supplier<Optional<Unit>> unit, Supplier<Boolean> alsoNeeded, RoutineTask task) {
        return (options, answer) -> {
            Nrc verdict = unit.get().map(Interlock::standing).orElse(Nrc.CONDITIONS_NOT_CORRECT);
            if (verdict == Nrc.POSITIVE && !alsoNeeded.get()) {
                verdict = Nrc.CONDITIONS_NOT_CORRECT;
            }
            begin(verdict, task, options, answer);
        };
    }

    private static void begin(Nrc verdict, RoutineTask task, byte[] options, Answer answer) {
        if (verdict == Nrc.POSITIVE) {
            task.start(options, answer);
        } else {
            answer.negative(verdict);
        }
    }
}
