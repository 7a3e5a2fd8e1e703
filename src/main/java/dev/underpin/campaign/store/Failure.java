package dev.underpin.campaign.store;

import dev.underpin.campaign.Broken;
import dev.underpin.campaign.RunResult;
import dev.underpin.judge.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs in which the same thing broke.
 *
 * @param what the promise and what was wrong, numbers left out
 * @param verdict how bad it is
 * @param runs their places in the list, in order
 */
public record Failure(String what, Verdict verdict, List<Integer> runs) {
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9a-fA-F]{8,}\\b|\\d+(\\.\\d+)?");

    public Failure {
        runs = List.copyOf(runs);
    }

    /** The distinct failures among results, the worst and most frequent first. */
    public static List<Failure> among(List<RunResult> results) {
        Map<String, List<Integer>> runs = new LinkedHashMap<>();
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (RunResult result : results) {
            if (result.verdict().compareTo(Verdict.PASS) > 0) {
                String what = what(result.broken().getFirst());
                runs.computeIfAbsent(what, any -> new ArrayList<>()).add(result.index());
                verdicts.putIfAbsent(what, result.verdict());
            }
        }
        return runs.entrySet().stream()
                .map(entry -> new Failure(
                        entry.getKey(), verdicts.getOrDefault(entry.getKey(), Verdict.FAIL), entry.getValue()))
                .sorted(Comparator.comparing(Failure::verdict)
                        .thenComparingInt(failure -> failure.runs().size())
                        .reversed())
                .toList();
    }

    /** What broke, so that two runs in which the same thing broke say the same: numbers of sessions, reports and hashes left out too. */
    public static String what(Broken broken) {
        return "%s: %s"
                .formatted(broken.promise(), NUMBER.matcher(broken.reason()).replaceAll("#"));
    }
}
