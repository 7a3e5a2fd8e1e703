package dev.underpin.rig.virtual;

import dev.underpin.vehicle.telematics.Bearer;
import dev.underpin.vehicle.telematics.Bearer.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A bearer with what is wrong with it: each harm makes worse what the others leave of it, and leaves those when it ends. */
final class HarmedBearer {
    private final Bearer bearer;
    private final List<UnaryOperator<Conditions>> harms = new ArrayList<>();
    private Conditions sound;

    HarmedBearer(Bearer bearer) {
        this.bearer = bearer;
        this.sound = bearer.conditions();
    }

    void begin(UnaryOperator<Conditions> harm) {
        if (harms.isEmpty()) {
            sound = bearer.conditions();
        }
        harms.add(harm);
        apply();
    }

    void end(UnaryOperator<Conditions> harm) {
        harms.remove(harm);
        apply();
    }

    private void apply() {
        Conditions now = sound;
        for (UnaryOperator<Conditions> harm : harms) {
            now = harm.apply(now);
        }
        bearer.set(now);
    }
}
