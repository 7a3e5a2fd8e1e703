package dev.underpin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.judge.Verdict;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionTest {
    private static final Path LAMP = TinyRun.FEATURES.resolve("lamp");

    @TempDir
    Path folder;

    @Test
    void leavesACompleteReportAndNothingBesideIt() throws IOException {
        new TinyRun().run(folder.resolve("report"), "", 1, LAMP);

        assertThat(filesBelow(folder))
                .contains(
                        "report/summary.json",
                        "report/junit.xml",
                        "report/allure-report/index.html",
                        "report/history/01-the-lamp-is-lit/record.jsonl",
                        "report/history/01-the-lamp-is-lit/drive/bus.log",
                        "report/history/03-the-lamp-waits-3000-long/record.jsonl",
                        "report/history/04-the-lamp-is-dark-for-5-s/record.jsonl")
                .anyMatch(file -> file.matches("report/allure-results/.*-result\\.json"))
                .allMatch(file -> file.startsWith("report/"));
    }

    @Test
    void theSummaryHoldsWhatTheRunHolds() throws IOException {
        new TinyRun().run(folder.resolve("report"), "", 1, LAMP);

        JsonNode summary = JsonMapper.shared().readTree(folder.resolve("report/summary.json"));
        assertThat(summary.propertyNames())
                .containsExactly(
                        "run",
                        "rig",
                        "seed",
                        "digest",
                        "verdict",
                        "attempts",
                        "vehicle_seconds",
                        "wall_seconds",
                        "scenarios",
                        "clauses",
                        "quarantine");
        assertThat(summary.get("vehicle_seconds").asDouble()).isEqualTo(3020.5);
        JsonNode first = summary.get("scenarios").get(0);
        assertThat(first.propertyNames())
                .containsExactly(
                        "feature",
                        "name",
                        "clauses",
                        "attempt",
                        "verdict",
                        "excused",
                        "reason",
                        "vehicle_seconds",
                        "wall_seconds");
        assertThat(first.get("feature").asString()).isEqualTo("A lamp for the driver");
        assertThat(first.get("clauses").toString()).isEqualTo("[\"OTA-M1\",\"OTA-Q2\"]");
        assertThat(summary.get("clauses").toString())
                .isEqualTo(
                        "{\"OTA-P4\":\"Pass\",\"OTA-M1\":\"Pass\",\"OTA-M2\":\"NotRun\",\"OTA-Q1\":\"NotRun\",\"OTA-Q2\":\"Pass\"}");
    }

    @Test
    void theDigestDoesNotDependOnThreads() throws IOException {
        String alone = new TinyRun().run(folder.resolve("one"), "", 1, LAMP).digest();
        String together = new TinyRun().run(folder.resolve("two"), "", 2, LAMP).digest();

        assertThat(together).isEqualTo(alone).hasSize(64);
    }

    @Test
    void everyTroubleHasItsVerdict() throws IOException {
        RunOutcome outcome = new TinyRun().run(folder.resolve("report"), "not @mistaken", 1, TinyRun.FEATURES);

        assertThat(outcome.scenarios())
                .extracting(ScenarioOutcome::verdict)
                .containsExactly(
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.FAIL,
                        Verdict.HARNESS_ERROR,
                        Verdict.NOT_RUN);
        assertThat(outcome.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(outcome.scenarios().get(4).reason()).isEqualTo("OTA-M1: the lamp is to be on, and is off");
        assertThat(outcome.scenarios().get(6).reason()).isEqualTo("the rig has no lamp");
    }

    @Test
    void progressIsToldScenarioByScenario() throws IOException {
        TinyRun run = new TinyRun();
        run.run(folder.resolve("report"), "@broken or @absent", 1, TinyRun.FEATURES);

        assertThat(run.told).containsExactly("of 2", "1/2 Fail", "2/2 NotRun");
    }

    @Test
    void whatIsOpenIsLeftOutAndCountedUnlessItIsAskedFor() throws IOException {
        Path features = Files.writeString(folder.resolve("open.feature"), """
                Feature: A lamp that is not finished
                  Scenario: The lamp is lit
                    Given the lamp is off
                  @open
                  Scenario: The lamp glows
                    Given the lamp is off
                """);
        TinyRun ordinary = new TinyRun();
        TinyRun open = new TinyRun();

        ordinary.run(folder.resolve("report"), "", 1, features);
        open.run(folder.resolve("open"), "@open", 1, features);

        assertThat(ordinary.told).containsExactly("of 1", "left out 1", "1/1 Pass");
        assertThat(open.told).containsExactly("of 1", "1/1 Pass");
    }

    @Test
    void aMistakeOfTheUserEndsTheRunAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> new TinyRun().run(folder.resolve("report"), "@mistaken", 1, TinyRun.FEATURES))
                .isInstanceOf(UserMistake.class)
                .hasMessage("bulbs/a.upi: expected a bulb, found no such file");
        assertThat(filesBelow(folder)).isEmpty();
    }

    @Test
    void anUndefinedStepIsNamedBeforeAnythingRuns() throws IOException {
        Path feature = Files.writeString(
                folder.resolve("odd.feature"),
                "Feature: Odd\n  Scenario: Odd\n    Given the lamp is off\n    When the moon is full\n");

        TinyRun run = new TinyRun();
        assertThatThrownBy(() -> run.run(folder.resolve("report"), "", 1, feature))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("odd.feature:4: expected a step that is defined, found \"the moon is full\"");
        assertThat(run.told).isEmpty();
    }

    @Test
    void aScenarioWithoutStepsIsNamed() throws IOException {
        Path feature = Files.writeString(
                folder.resolve("hollow.feature"), "Feature: Hollow\n  Scenario: Hollow\n    Give the lamp is off\n");

        assertThatThrownBy(() -> new TinyRun().run(folder.resolve("report"), "", 1, feature))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("hollow.feature:2: expected a scenario with steps, found none under \"Hollow\"");
    }

    @Test
    void aDamagedFeatureFileIsNamedWithItsLine() throws IOException {
        Path feature = Files.writeString(
                folder.resolve("torn.feature"),
                "Feature: Torn\n  Scenario: Torn\n    Given the lamp is off\n    Thn the lamp is on\n");

        assertThatThrownBy(() -> new TinyRun().run(folder.resolve("report"), "", 1, feature))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("torn.feature:4: expected one of ")
                .hasMessageContaining("found 'Thn the lamp is on'");
    }

    @Test
    void aChoiceOfTagsThatChoosesNothingIsSaid() {
        assertThatThrownBy(() -> new TinyRun().run(folder.resolve("report"), "@nowhere", 1, LAMP))
                .isInstanceOf(UserMistake.class)
                .hasMessage("--tags '@nowhere': no scenario carries such tags");
    }

    @Test
    void aTagExpressionThatDoesNotParseIsSaid() {
        assertThatThrownBy(() -> new TinyRun().run(folder.resolve("report"), "@a and and", 1, LAMP))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("--tags: ");
    }

    @Test
    void aFolderThatIsNotAReportIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "mine");

        assertThatThrownBy(() -> new TinyRun().run(folder, "", 1, LAMP)).isInstanceOf(UserMistake.class);
        assertThat(folder.resolve("precious.txt")).hasContent("mine");
    }

    @Test
    void anEarlierReportIsReplaced() throws IOException {
        new TinyRun().run(folder.resolve("report"), "", 1, TinyRun.FEATURES.resolve("lamp"));
        new TinyRun().run(folder.resolve("report"), "@broken", 1, TinyRun.FEATURES);

        assertThat(filesBelow(folder.resolve("report/history")))
                .containsExactly("01-the-lamp-stays-dark/drive/bus.log", "01-the-lamp-stays-dark/record.jsonl");
    }

    private static java.util.List<String> filesBelow(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
