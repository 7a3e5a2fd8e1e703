package dev.underpin.session;

import dev.underpin.can.BusTiming;
import dev.underpin.judge.Clause;
import dev.underpin.report.flake.Quarantine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param features feature files and folders of them
 * @param bases folders below which files are named from there in reports
 * @param tags which scenarios, as a tag expression; empty for all
 * @param rig the rig's name
 * @param buses the bit rates of the rig's buses, by name
 * @param seed of all chance in the run
 * @param clauses all clauses of the contracts, in their order
 * @param attempts the steps, and what they are given besides the journal, of each attempt: every scenario runs once in each
 * @param quarantine what does not fail the run
 * @param threads how many scenarios run at a time
 */
public record RunRequest(
        List<Path> features,
        List<Path> bases,
        String tags,
        String rig,
        Map<String, BusTiming> buses,
        long seed,
        List<Clause> clauses,
        List<Glue> attempts,
        Quarantine quarantine,
        int threads) {
    /** The clauses' ids, in the order of the contracts. */
    List<String> clauseIds() {
        return clauses.stream().map(Clause::id).toList();
    }
}
