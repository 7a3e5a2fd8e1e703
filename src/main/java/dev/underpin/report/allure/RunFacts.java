package dev.underpin.report.allure;

import dev.underpin.judge.Verdict;
import dev.underpin.report.Blame;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.flake.PassRate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What Allure shows of the whole run: environment, categories, executor. */
final class RunFacts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunFacts() {}

    static void write(RunOutcome outcome, Path results) throws IOException {
        Files.writeString(results.resolve("environment.properties"), environment(outcome), StandardCharsets.UTF_8);
        Files.write(results.resolve("categories.json"), JSON.writeValueAsBytes(categories()));
        Files.write(results.resolve("executor.json"), JSON.writeValueAsBytes(executor(outcome)));
    }

    private static String environment(RunOutcome outcome) {
        List<PassRate> rates = outcome.passRates();
        return """
                Rig=%s
                Seed=%d
                Digest=%s
                Verdict=%s
                Vehicle.time=%.1f s
                Wall.time=%.1f s
                Attempts=%d
                Always.passed=%d of %d
                Java=%s
                """.formatted(
                        outcome.rig(),
                        outcome.seed(),
                        outcome.digest(),
                        outcome.verdict().label(),
                        outcome.vehicleSeconds(),
                        outcome.wallSeconds(),
                        outcome.attempts(),
                        rates.stream()
                                .filter(rate -> rate.passed() == outcome.attempts())
                                .count(),
                        rates.size(),
                        Runtime.version());
    }

    private static List<Map<String, Object>> categories() {
        return Arrays.stream(Blame.values())
                .filter(blame -> !blame.category().isEmpty())
                .map(RunFacts::category)
                .toList();
    }

    private static Map<String, Object> category(Blame blame) {
        List<Verdict> verdicts = Arrays.stream(Verdict.values())
                .filter(verdict -> Blame.of(verdict) == blame)
                .toList();
        List<String> statuses =
                verdicts.stream().map(Verdict::allureStatus).distinct().toList();
        String labels = String.join("|", verdicts.stream().map(Verdict::label).toList());
        return Map.of(
                "name", blame.category(),
                "matchedStatuses", statuses,
                "messageRegex", "(?s)(%s):.*".formatted(labels));
    }

    private static Map<String, Object> executor(RunOutcome outcome) {
        return Map.of("name", "Underpin", "type", "underpin", "buildName", outcome.run(), "reportName", outcome.run());
    }
}
