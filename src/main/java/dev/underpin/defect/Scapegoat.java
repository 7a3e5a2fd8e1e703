package dev.underpin.defect;

import dev.underpin.cloud.desk.Assessment;
import dev.underpin.cloud.desk.Fault;
import dev.underpin.cloud.desk.Snapshot;
import dev.underpin.cloud.desk.TriageBook;
import java.util.Optional;
import java.util.Set;

/** A triage that blames the brakes for everything. */
record Scapegoat(TriageBook real) implements TriageBook {
    @Override
    public Assessment assess(Snapshot snapshot, Set<String> tried) {
        Assessment right = real.assess(snapshot, tried);
        return new Assessment(
                "BRK",
                right.rootDtc(),
                right.text(),
                right.verdict(),
                right.lamps(),
                right.cascade(),
                right.others(),
                right.proposal());
    }

    @Override
    public Optional<Fault> fault(String code) {
        return real.fault(code);
    }
}
