package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which control units are programmed: as listed, but each behind those that it depends on. */
final class DependencyOrder {
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, Target> ordered = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private DependencyOrder(List<Target> listed) {
        listed.forEach(it -> targets.put(it.ecu(), it));
    }

    /** Orders; refuses a circle and a dependency on a control unit that gets no image. */
    static List<Target> of(List<Target> listed) throws UpdateFailure {
        DependencyOrder order = new DependencyOrder(listed);
        for (Target target : listed) {
            order.place(target.ecu());
        }
        return new ArrayList<>(order.ordered.values());
    }

    private void place(String ecu) throws UpdateFailure {
        Target target = targets.get(ecu);
        if (target == null) {
            throw refused("an image depends on %s, which gets none".formatted(ecu));
        }
        if (ordered.containsKey(ecu)) {
            return;
        }
        if (!open.add(ecu)) {
            throw refused("the images depend on each other in a circle through " + ecu);
        }
        for (String before : target.dependsOn()) {
            place(before);
        }
        ordered.put(ecu, target);
    }

    private static UpdateFailure refused(String detail) {
        return new UpdateFailure(Reason.VERIFICATION_FAILED, detail, "mix-and-match");
    }
}
