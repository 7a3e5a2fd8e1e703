package dev.underpin.cli;

import dev.underpin.judge.Verdict;
import dev.underpin.report.Blame;
import dev.underpin.report.ResultTable;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.report.picture.Moments;
import dev.underpin.session.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Tells a run to the person at the terminal; in colour where there is one. */
final class Terminal implements Progress {
    private static final int MAX_LINE = 160;

    private final PrintWriter out;

    Terminal(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begins(int scenarios, int open) {
        out.printf("Running %d scenarios%n", scenarios);
        if (open > 0) {
            out.printf("Left out: %d open, which the product does not pass yet (--tags @open runs them)%n", open);
        }
        out.flush();
    }

    @Override
    public void ended(int done, int scenarios, ScenarioOutcome outcome) {
        int digits = Integer.toString(scenarios).length();
        out.printf(
                "[%" + digits + "d/%d] %s %s  (vehicle %s, wall %s)%n",
                done,
                scenarios,
                paint("%-12s".formatted(outcome.verdict().label())),
                outcome.id().name() + (outcome.attempt() > 1 ? " (attempt %d)".formatted(outcome.attempt()) : ""),
                Moments.clock(Math.round(outcome.vehicleSeconds() * 1e9)),
                String.format(Locale.ROOT, "%.2f s", outcome.wallSeconds()));
        if (!outcome.reason().isEmpty()) {
            outcome.shownReason().lines().forEach(line -> out.printf("        %s%n", clip(line)));
        }
        out.flush();
    }

    /** The end: table, clauses, and where the report is. */
    void close(RunOutcome outcome, Path report) {
        out.println();
        ResultTable.of(outcome, Terminal::paint).forEach(out::println);
        out.println();
        out.println(ResultTable.clauses(outcome));
        ResultTable.quarantine(outcome).forEach(out::println);
        out.printf("Seed %d, digest %s%n", outcome.seed(), outcome.digest());
        out.printf("Report: %s%n", report.resolve("allure-report/index.html"));
        out.flush();
    }

    private static String clip(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE - 1) + "…";
    }

    private static String paint(String label) {
        String colour = switch (Blame.of(Verdict.labelled(label.strip()))) {
            case NOBODY -> "green";
            case NOT_RUN -> "faint";
            case NOTHING_PROVED -> "yellow";
            case VEHICLE -> "red";
            case RIG, HARNESS -> "magenta";
        };
        return Ansi.AUTO.string("@|%s %s|@".formatted(colour, label));
    }
}
