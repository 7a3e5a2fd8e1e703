package dev.underpin.report;

import dev.underpin.judge.Verdict;
import dev.underpin.report.flake.PassRate;
import dev.underpin.report.flake.Quarantine;
import dev.underpin.report.flake.QuarantineEntry;
import dev.underpin.report.picture.Moments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The end of a run on the terminal: a table of scenarios and the count of clauses by verdict. */
public final class ResultTable {
    private static final int MAX_NAME = 64;
    private static final int MAX_CLAUSES = 34;

    private ResultTable() {}

    /**
     * The table, one line a scenario: of several attempts their worst verdict, their time together and how many passed.
     *
     * @param paint colours the name of a verdict, keeping its visible width
     */
    public static List<String> of(RunOutcome outcome, UnaryOperator<String> paint) {
        int name =
                width(outcome, MAX_NAME, "Scenario", scenario -> scenario.id().name());
        int clauses = width(outcome, MAX_CLAUSES, "Clauses", scenario -> String.join(" ", scenario.clauses()));
        String layout = "%-" + name + "s  %-" + clauses + "s  %s  %12s  %9s";
        List<String> lines = new ArrayList<>();
        lines.add(layout.formatted("Scenario", "Clauses", "Verdict     ", "Vehicle time", "Wall time")
                + (outcome.attempts() > 1 ? "  Passed" : ""));
        byScenario(outcome).forEach(attempts -> lines.add(line(layout, name, clauses, attempts, paint)));
        lines.add(layout.formatted(
                "%d scenarios".formatted(byScenario(outcome).size())
                        + (outcome.attempts() > 1 ? ", %d attempts".formatted(outcome.attempts()) : ""),
                "",
                paint.apply("%-12s".formatted(outcome.verdict().label())),
                clock(outcome.vehicleSeconds()),
                wall(outcome.wallSeconds())));
        return lines;
    }

    /** The attempts of each scenario, in feature order. */
    private static Collection<List<ScenarioOutcome>> byScenario(RunOutcome outcome) {
        return outcome.scenarios().stream()
                .collect(Collectors.groupingBy(
                        scenario -> scenario.id().numbered(0), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static String line(
            String layout, int name, int clauses, List<ScenarioOutcome> attempts, UnaryOperator<String> paint) {
        ScenarioOutcome first = attempts.getFirst();
        Verdict worst =
                Verdict.worst(attempts.stream().map(ScenarioOutcome::verdict).toList());
        String rate =
                attempts.size() > 1 ? "  " + PassRate.of(attempts).getFirst().told() : "";
        return layout.formatted(
                        clip(first.id().name(), name),
                        clip(String.join(" ", first.clauses()), clauses),
                        paint.apply("%-12s".formatted(worst.label())),
                        clock(attempts.stream()
                                .mapToDouble(ScenarioOutcome::vehicleSeconds)
                                .sum()),
                        wall(attempts.stream()
                                .mapToDouble(ScenarioOutcome::wallSeconds)
                                .sum()))
                + rate
                + (first.quarantine().isPresent() ? "  quarantined" : "");
    }

    /** What is in quarantine and what of it is over, a line each. */
    public static List<String> quarantine(RunOutcome outcome) {
        List<String> lines = new ArrayList<>();
        Quarantine quarantine = outcome.quarantine();
        for (QuarantineEntry entry : quarantine.entries()) {
            lines.add(
                    quarantine.expired().contains(entry)
                            ? "Quarantine is over: " + quarantine.complaint(entry)
                            : "\"%s\" is %s".formatted(entry.scenario(), entry.told()));
        }
        return lines;
    }

    /** How many clauses have which verdict, such as {@code 57 clauses: 56 Pass, 1 Fail (OTA-M5)}. */
    public static String clauses(RunOutcome outcome) {
        Map<Verdict, List<String>> byVerdict = new EnumMap<>(Verdict.class);
        outcome.clauses()
                .forEach((clause, verdict) -> byVerdict
                        .computeIfAbsent(verdict, any -> new ArrayList<>())
                        .add(clause));
        List<String> parts = new ArrayList<>();
        byVerdict.forEach((verdict, ids) -> parts.add(ids.size() + " " + verdict.label() + named(verdict, ids)));
        return "%d clauses: %s".formatted(outcome.clauses().size(), String.join(", ", parts));
    }

    private static String named(Verdict verdict, List<String> ids) {
        return Blame.of(verdict).category().isEmpty() || verdict == Verdict.NOT_RUN
                ? ""
                : " (" + String.join(" ", ids) + ")";
    }

    private static int width(
            RunOutcome outcome, int most, String heading, java.util.function.Function<ScenarioOutcome, String> cell) {
        int widest = outcome.scenarios().stream()
                .mapToInt(scenario -> cell.apply(scenario).length())
                .max()
                .orElse(0);
        return Math.clamp(widest, heading.length(), most);
    }

    private static String clip(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private static String clock(double seconds) {
        return Moments.clock(Math.round(seconds * 1e9));
    }

    private static String wall(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
