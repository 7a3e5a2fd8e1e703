package dev.underpin.cli;

import dev.underpin.judge.Verdict;

/** What a run's worst verdict tells the shell: its own exit code, but a run of which nothing ran proved nothing. */
final class ExitCode {
    private static final int NOTHING_PROVED = 1;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return verdict == Verdict.NOT_RUN ? NOTHING_PROVED : verdict.exitCode();
    }
}
