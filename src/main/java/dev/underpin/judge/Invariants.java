package dev.underpin.judge;

import dev.underpin.judge.always.SupportInvariants;
import dev.underpin.judge.always.VehicleInvariants;
import dev.underpin.judge.uds.DiagnosticInvariants;
import dev.underpin.judge.update.UpdateInvariants;
import java.util.ArrayList;
import java.util.List;

/** What holds in every scenario, whatever it is about. */
final class Invariants {
    private Invariants() {}

    static List<Promise> all() {
        List<Promise> all = new ArrayList<>(UpdateInvariants.all());
        all.addAll(VehicleInvariants.all());
        all.addAll(SupportInvariants.all());
        all.addAll(DiagnosticInvariants.all());
        return all;
    }
}
