package dev.underpin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.judge.Verdict;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.ResultTable;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.report.flake.PassRate;
import dev.underpin.report.flake.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FlakesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @TempDir
    Path folder;

    private Path features;

    @BeforeEach
    void features() throws IOException {
        features = Files.writeString(folder.resolve("flaky.feature"), """
                Feature: A lamp with a loose contact
                  @OTA-M1
                  Scenario: The lamp flickers
                    Given the lamp is off
                    Then the lamp flickers
                  Scenario: The lamp is off
                    Given the lamp is off
                """);
    }

    @Test
    void every_scenario_runs_as_often_as_asked_and_its_pass_rate_is_told() throws IOException {
        TinyRun run = new TinyRun().attempts(3);
        RunOutcome outcome = run.run(folder.resolve("report"), "", 2, features);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.passRates()).extracting(PassRate::told).containsExactly("2/3", "3/3");
        assertThat(outcome.passRates()).extracting(PassRate::flaky).containsExactly(true, false);
        assertThat(run.told.getFirst()).isEqualTo("of 6");
        assertThat(run.told.getLast()).startsWith("6/6 ");
        assertThat(ResultTable.of(outcome, UnaryOperator.identity()))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("The lamp flickers")
                        .contains("Fail")
                        .endsWith("2/3"));

        JsonNode summary = summary("report");
        assertThat(summary.get("attempts").asInt()).isEqualTo(3);
        assertThat(summary.get("pass_rates").get(0).toString())
                .isEqualTo("{\"feature\":\"A lamp with a loose contact\",\"name\":\"The lamp flickers\","
                        + "\"passed\":2,\"ran\":3,\"verdicts\":[\"Pass\",\"Fail\",\"Pass\"]}");
    }

    @Test
    void every_attempt_stays_in_the_report_and_leaves_its_own_evidence() throws IOException {
        new TinyRun().attempts(2).run(folder.resolve("report"), "", 1, features);

        assertThat(allure("report"))
                .extracting(result -> result.get("name").asString() + " "
                        + result.get("status").asString())
                .containsExactlyInAnyOrder(
                        "The lamp flickers [1 of 2] passed",
                        "The lamp flickers [2 of 2] failed",
                        "The lamp is off [1 of 2] passed",
                        "The lamp is off [2 of 2] passed");
        assertThat(allure("report"))
                .extracting(result -> result.get("historyId").asString())
                .doesNotHaveDuplicates();
        assertThat(folder.resolve("report/history/01-the-lamp-flickers/record.jsonl"))
                .exists();
        assertThat(folder.resolve("report/history/03-the-lamp-flickers/record.jsonl"))
                .exists();
        assertThat(Files.readString(folder.resolve("report/junit.xml")))
                .contains("tests=\"4\" failures=\"1\"", "name=\"The lamp flickers [2 of 2]\"");
    }

    @Test
    void the_first_attempt_keeps_the_history_of_runs_without_repetition() throws IOException {
        new TinyRun().run(folder.resolve("once"), "@OTA-M1", 1, features);
        new TinyRun().attempts(2).run(folder.resolve("twice"), "@OTA-M1", 1, features);

        String id = allure("once").getFirst().get("historyId").asString();
        assertThat(allure("twice"))
                .extracting(result -> result.get("historyId").asString())
                .contains(id);
    }

    @Test
    void a_scenario_in_quarantine_runs_is_shown_and_counted_and_does_not_fail_the_run() throws IOException {
        RunOutcome outcome = new TinyRun()
                .attempts(2)
                .quarantine(quarantine("2026-11-21"))
                .run(folder.resolve("report"), "", 1, features);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.scenarios())
                .filteredOn(ScenarioOutcome::excused)
                .extracting(ScenarioOutcome::verdict)
                .containsExactly(Verdict.FAIL);
        assertThat(outcome.clauses()).containsEntry("OTA-M1", Verdict.FAIL);
        assertThat(ResultTable.of(outcome, UnaryOperator.identity()))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("The lamp flickers")
                        .contains("Fail")
                        .endsWith("1/2  quarantined"));
        assertThat(ResultTable.quarantine(outcome))
                .containsExactly(
                        "\"The lamp flickers\" is quarantined until 2026-11-21 by Ada: loose contact, see issue 12");
        assertThat(Files.readString(folder.resolve("report/junit.xml")))
                .contains("failures=\"0\"", "skipped=\"1\"", "loose contact, see issue 12");
        assertThat(allure("report"))
                .filteredOn(result -> result.toString().contains("quarantined"))
                .hasSize(2);
        assertThat(summary("report").get("quarantine").get(0).get("expired").asBoolean())
                .isFalse();
    }

    @Test
    void a_quarantine_that_is_over_excuses_nothing_and_is_a_failure_of_its_own() throws IOException {
        RunOutcome outcome =
                new TinyRun().quarantine(quarantine("2026-11-20")).run(folder.resolve("report"), "", 1, features);

        assertThat(outcome.verdict()).as("the lamp burns in the first attempt").isEqualTo(Verdict.PASS);
        assertThat(outcome.quarantine().expired()).hasSize(1);
        assertThat(ResultTable.quarantine(outcome).getFirst())
                .startsWith(
                        "Quarantine is over: the quarantine of \"The lamp flickers\" ended on 2026-11-20 (Ada: loose");
        assertThat(Files.readString(folder.resolve("report/junit.xml")))
                .contains("tests=\"3\" failures=\"1\"", "classname=\"Quarantine\"", "type=\"Expired\"");
        assertThat(summary("report").get("quarantine").get(0).get("expired").asBoolean())
                .isTrue();
    }

    @Test
    void an_entry_that_means_no_scenario_is_the_users_mistake() throws IOException {
        Quarantine quarantine = quarantine("2026-12-31");

        assertThatThrownBy(() -> quarantine.requireKnown(
                        Proofs.in(List.of(TinyRun.FEATURES), List.of()).all()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("quarantine.yaml: field quarantined[0]: expected the names of a feature")
                .hasMessageContaining("found 'A lamp with a loose contact', 'The lamp flickers'");
        quarantine.requireKnown(Proofs.in(List.of(features), List.of()).all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            until: 2026-11-21 | until: soon        | field quarantined.0.until
            owner: Ada        | ownr: Ada          | field quarantined.0.owner: expected the field to be there, found nothing
            reason: loose contact, see issue 12 | reason: 7 | field quarantined.0.reason: expected a value of type string
            """)
    void a_wrong_field_is_named(String right, String wrong, String told) throws IOException {
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"), text("2026-11-21").replace(right, wrong));

        assertThatThrownBy(() -> Quarantine.read(file, TODAY))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("wrong.yaml:")
                .hasMessageContaining(told);
    }

    @Test
    void a_rig_that_fails_at_the_end_of_a_scenario_clears_the_vehicle_of_what_it_seemed_to_do() throws IOException {
        Path feature = Files.writeString(folder.resolve("torn.feature"), """
                Feature: A torn wire
                  @OTA-M1
                  Scenario: The lamp is dark
                    Given the wire tears
                    Then the lamp is on
                """);

        RunOutcome outcome =
                new TinyRun().quarantine(quarantine("2026-11-21")).run(folder.resolve("report"), "", 1, feature);

        assertThat(outcome.scenarios().getFirst().reason()).isEqualTo("the lamp's wire is torn");
        assertThat(outcome.verdict()).isEqualTo(Verdict.RIG_ERROR);
        assertThat(outcome.clauses()).containsEntry("OTA-M1", Verdict.RIG_ERROR);
    }

    private Quarantine quarantine(String until) throws IOException {
        return Quarantine.read(Files.writeString(folder.resolve("quarantine.yaml"), text(until)), TODAY);
    }

    private static String text(String until) {
        return """
                quarantined:
                  - feature: A lamp with a loose contact
                    scenario: The lamp flickers
                    reason: loose contact, see issue 12
                    owner: Ada
                    until: %s
                """.formatted(until);
    }

    private JsonNode summary(String report) {
        return JsonMapper.shared().readTree(folder.resolve(report).resolve("summary.json"));
    }

    private List<JsonNode> allure(String report) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(report).resolve("allure-results"))) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .map(file -> JsonMapper.shared().readTree(file))
                    .toList();
        }
    }
}
