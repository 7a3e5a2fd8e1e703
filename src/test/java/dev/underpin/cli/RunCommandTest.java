package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void a_run_that_is_ended_by_a_signal_leaves_a_report_in_which_the_rest_did_not_run() throws Exception {
        Path report = folder.resolve("report");
        int code;
        try (Started run = new Started("run", "features/ota-update", "--repeat", "2", "--out", report.toString())) {
            run.linesUntil("] ");
            code = run.end("TERM");
        }

        assertThat(code).isEqualTo(143);
        JsonNode summary = JsonMapper.shared().readTree(report.resolve("summary.json"));
        assertThat(summary.get("scenarios").findValuesAsString("verdict")).contains("Pass", "NotRun");
        assertThat(summary.get("scenarios").findValuesAsString("verdict")).doesNotContain("Fail", "HarnessError");
    }

    @Test
    void repetitions_take_one_seed_after_the_other() throws IOException {
        Path twice = folder.resolve("twice");
        Path second = folder.resolve("second");

        assertThat(run("--seed", "7", "--repeat", "2", "--out", twice.toString()))
                .isZero();
        assertThat(run("--seed", "8", "--out", second.toString())).isZero();

        assertThat(out.toString()).contains("Passed", "2/2");
        assertThat(record(twice, 1)).isNotEqualTo(record(twice, 2));
        assertThat(record(twice, 2)).isEqualTo(record(second, 1));
    }

    @Test
    void an_entry_of_the_quarantine_that_means_no_scenario_is_a_mistake() throws IOException {
        Path file = Files.writeString(folder.resolve("q.yaml"), """
                quarantined:
                  - {feature: No such feature, scenario: Nor this, reason: x, owner: Ada, until: 2099-01-01}
                """);

        assertThat(run(
                        "--quarantine",
                        file.toString(),
                        "--out",
                        folder.resolve("r").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("q.yaml: field quarantined[0]: expected", "found 'No such feature', 'Nor this'");
    }

    @Test
    void an_entry_whose_day_is_over_fails_a_run_in_which_all_passed() throws IOException {
        Path file = Files.writeString(folder.resolve("q.yaml"), """
                quarantined:
                  - feature: Over-the-Air Software Updates for In-Vehicle Systems, preconditions
                    scenario: Without Wi-Fi and cellular data the update is refused
                    reason: seen twice
                    owner: Ada
                    until: 2020-01-31
                """);

        assertThat(run(
                        "--quarantine",
                        file.toString(),
                        "--out",
                        folder.resolve("r").toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "] Pass",
                        "Quarantine is over: the quarantine of \"Without Wi-Fi",
                        "ended on 2020-01-31 (Ada: seen twice)");
    }

    @Test
    void a_number_of_repetitions_that_makes_no_sense_is_a_mistake() {
        assertThat(run("--repeat", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--repeat: expected 1 to 1000, found 0");
    }

    private static String record(Path report, int number) throws IOException {
        try (var folders = Files.list(report.resolve("history"))) {
            Path found = folders.filter(it -> String.valueOf(it.getFileName()).startsWith("%02d-".formatted(number)))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(found.resolve("record.jsonl"));
        }
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(
                new String[] {"run", "features/ota-update/preconditions.feature", "--tags", "@OTA-P1"}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Underpin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
