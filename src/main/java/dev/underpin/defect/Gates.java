package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.update.Preconditions;
import dev.underpin.vehicle.telematics.update.Reason;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The gates before an update, with one of them broken. */
final class Gates {
    private Gates() {}

    /** A vehicle that does not mind one of the obstacles. */
    static Fitting without(Reason ignored) {
        return of(real -> moment -> real.obstacle(moment).filter(reason -> reason != ignored));
    }

    /** A vehicle that always finds the same obstacle. */
    static Fitting shut(Reason reason) {
        return of(real -> moment -> real.obstacle(moment).or(() -> Optional.of(reason)));
    }

    private static Fitting of(UnaryOperator<Preconditions> decorator) {
        return new Fitting() {
            @Override
            public Preconditions preconditions(Preconditions real) {
                return decorator.apply(real);
            }
        };
    }
}
