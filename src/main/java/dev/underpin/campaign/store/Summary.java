package dev.underpin.campaign.store;

import dev.underpin.campaign.RunResult;
import dev.underpin.judge.Verdict;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a campaign came to.
 *
 * @param header whose it is
 * @param played how many runs have a result
 * @param verdicts verdict to how many runs
 * @param ends how the flow ended to how many runs
 * @param coverage fault kind to phase to how many were injected then
 * @param failures what broke, the worst first
 * @param slowest the runs that took the most vehicle time
 * @param checks what the campaign did to itself
 */
public record Summary(
        Header header,
        int played,
        Map<String, Integer> verdicts,
        Map<String, Integer> ends,
        Map<String, Map<String, Integer>> coverage,
        List<Failure> failures,
        List<Slow> slowest,
        Checks checks) {
    private static final int SLOWEST = 10;
    private static final String JSON_FILE = "summary.json";

    /** A run and its vehicle seconds. */
    public record Slow(int run, double vehicleSeconds) {}

    /**
     * What the campaign did to itself.
     *
     * @param repeated how many runs were played twice
     * @param differed those whose second history was another one
     * @param canaryCaught whether a vehicle that lies was caught
     */
    public record Checks(int repeated, List<Integer> differed, boolean canaryCaught) {
        /** Whether the campaign can be believed. */
        public boolean sound() {
            return differed.isEmpty() && canaryCaught;
        }
    }

    /** Sums results up. */
    public static Summary of(Header header, List<RunResult> results, Checks checks) {
        Map<String, Integer> verdicts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            int count =
                    (int) results.stream().filter(it -> it.verdict() == verdict).count();
            if (count > 0) {
                verdicts.put(verdict.label(), count);
            }
        }
        Map<String, Integer> ends = new TreeMap<>();
        Map<String, Map<String, Integer>> coverage = new TreeMap<>();
        for (RunResult result : results) {
            ends.merge(result.end(), 1, Integer::sum);
            result.met()
                    .forEach(met -> coverage.computeIfAbsent(met.kind(), any -> new TreeMap<>())
                            .merge(met.phase(), 1, Integer::sum));
        }
        List<Slow> slowest = results.stream()
                .sorted(Comparator.comparingDouble(RunResult::vehicleSeconds).reversed())
                .limit(SLOWEST)
                .map(result -> new Slow(result.index(), result.vehicleSeconds()))
                .toList();
        return new Summary(header, results.size(), verdicts, ends, coverage, Failure.among(results), slowest, checks);
    }

    static Checks checks(Path folder) {
        Path file = folder.resolve(JSON_FILE);
        try {
            JsonMapper json = JsonMapper.builder().build();
            return json.treeToValue(json.readTree(Files.readString(file)).path("checks"), Checks.class);
        } catch (IOException | JacksonException unreadable) {
            throw UserMistake.in(
                    folder.toString(),
                    "",
                    "a shard that has come to its end: play it again, it goes on",
                    "no readable " + JSON_FILE);
        }
    }

    /** The worst verdict; what cannot be believed is a harness error. */
    public Verdict verdict() {
        Verdict worst =
                Verdict.worst(verdicts.keySet().stream().map(Verdict::labelled).toList());
        return checks.sound() ? worst : Verdict.HARNESS_ERROR;
    }

    /** Writes {@code summary.json}, {@code summary.txt} and {@code summary.html}, and the results as {@code results.parquet}. */
    public void write(Path folder, List<RunResult> results) throws IOException {
        ParquetFile.write(folder.resolve("results.parquet"), results);
        String text = SummaryText.of(this);
        Files.writeString(
                folder.resolve(JSON_FILE),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this));
        Files.writeString(folder.resolve("summary.txt"), text);
        Files.writeString(folder.resolve("summary.html"), SummaryText.page(this));
    }
}
