package dev.underpin.judge.always;

import dev.underpin.judge.Promise;
import java.util.ArrayList;
import java.util.List;

/** What holds of every session of support and of what any work on the vehicle leaves behind. */
public final class SupportInvariants {
    private SupportInvariants() {}

    /** All of them; a finding NotRun says that one does not apply to a scenario. */
    public static List<Promise> all() {
        List<Promise> all = new ArrayList<>(Discretion.promises());
        all.addAll(Aftermath.promises());
        all.addAll(Courtesy.promises());
        return all;
    }
}
