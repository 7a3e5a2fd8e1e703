package dev.underpin.cli;

import dev.underpin.defect.Catalogue;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;

/** Known defects, as options name them. */
final class Defects {
    private Defects() {}

    /** The rig with that defect switched on; as it is when the name is empty. */
    static BenchProvider on(VirtualRig rig, String id) {
        if (id.isEmpty()) {
            return rig;
        }
        return Catalogue.named(id, rig.table())
                .orElseThrow(() -> UserMistake.saying(
                        "--defect: expected a defect that bench detection names, found \"%s\"".formatted(id)))
                .in(rig);
    }
}
