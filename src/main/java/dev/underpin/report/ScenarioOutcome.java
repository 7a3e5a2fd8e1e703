package dev.underpin.report;

import dev.underpin.judge.Verdict;
import dev.underpin.report.flake.QuarantineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a scenario went, in one attempt.
 *
 * @param attempt which one, from 1
 * @param quarantine the entry that keeps it from failing the run
 * @param clauses ids of the clauses that it is tagged with, in the order of the tags
 * @param judged the verdicts of single clauses, for those that were judged
 * @param reason why the verdict is not Pass, else empty
 * @param detail the failure at length, else empty
 * @param vehicleSeconds vehicle time that passed
 * @param jitter how well it kept time, where that follows the clock on the wall
 * @param started wall time
 * @param ended wall time
 * @param digest of its history, 64 hexadecimal digits; empty when it left none
 */
public record ScenarioOutcome(
        ScenarioId id,
        int attempt,
        Optional<QuarantineEntry> quarantine,
        List<String> tags,
        List<String> clauses,
        Verdict verdict,
        Map<String, Verdict> judged,
        String reason,
        String detail,
        double vehicleSeconds,
        Optional<Jitter> jitter,
        Instant started,
        Instant ended,
        List<StepOutcome> steps,
        List<Attachment> attachments,
        String digest) {

    /** Wall time that passed, seconds. */
    public double wallSeconds() {
        return java.time.Duration.between(started, ended).toNanos() / 1e9;
    }

    /** Whether its verdict counts for the scenario, but not for the run: rig and harness are never in quarantine. */
    public boolean excused() {
        return quarantine.isPresent() && Blame.of(verdict).isFailure();
    }

    /** Its name in reports: with the attempt, when there were several. */
    public String shownName(int attempts) {
        return attempts == 1 ? id.name() : "%s [%d of %d]".formatted(id.name(), attempt, attempts);
    }

    /** Its reason in reports: with the quarantine that excuses it. */
    public String shownReason() {
        return excused() ? "%s (%s)".formatted(reason, quarantine.orElseThrow().told()) : reason;
    }

    /** What this scenario says of one of its clauses: the clause's own verdict, else that of the whole scenario. */
    public Verdict verdictOf(String clause) {
        return judged.getOrDefault(clause, verdict);
    }
}
