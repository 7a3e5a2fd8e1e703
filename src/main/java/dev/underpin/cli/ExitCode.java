package dev.underpin.cli;

import dev.underpin.judge.Verdict;
import dev.underpin.report.RunOutcome;

/** What a run's worst verdict tells the shell: its own exit code, but a run of which nothing ran proved nothing. */
final class ExitCode {
    private static final int NOTHING_PROVED = 1;

    private ExitCode() {}

    /** Of a run: a quarantine that is over fails it, whatever its scenarios did. */
    static int of(RunOutcome outcome) {
        int code = of(outcome.verdict());
        return outcome.quarantine().expired().isEmpty() ? code : Math.max(code, NOTHING_PROVED);
    }

    static int of(Verdict verdict) {
        return verdict == Verdict.NOT_RUN ? NOTHING_PROVED : verdict.exitCode();
    }
}
