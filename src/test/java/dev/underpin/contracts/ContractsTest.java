package dev.underpin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.judge.Verdict;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {
    private static final String FEW = "@RD-Q1 or @OTA-A1 or @OTS-A3U";

    @TempDir
    Path folder;

    @Test
    void every_scenario_and_every_clause_of_the_three_contracts_passes_on_the_virtual_rig() {
        RunOutcome outcome = run("virtual", 1, "", "all");

        assertThat(outcome.scenarios())
                .filteredOn(scenario -> scenario.verdict() != Verdict.PASS)
                .extracting(scenario -> scenario.id().name() + ": " + scenario.reason())
                .isEmpty();
        assertThat(outcome.clauses())
                .allSatisfy((clause, verdict) -> assertThat(verdict).as(clause).isEqualTo(Verdict.PASS));
        assertThat(outcome.vehicleSeconds()).isGreaterThan(3600);
    }

    @Test
    void the_same_seed_gives_the_same_digest_and_another_seed_another() {
        String first = run("virtual", 7, FEW, "first").digest();
        String second = run("virtual", 7, FEW, "second").digest();
        String other = run("virtual", 8, FEW, "other").digest();

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void the_cloud_behind_https_with_mutual_tls_gives_the_same_verdicts() {
        assertThat(verdicts(run("virtual-https", 1, FEW, "https")))
                .isNotEmpty()
                .isEqualTo(verdicts(run("virtual", 1, FEW, "direct")));
    }

    @Test
    void tshark_reads_the_bus_logs_up_to_uds_without_a_malformed_packet() throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        run("virtual", 1, "@RD-G2 or (@RD-M1 and @needs-bit-faults)", "bus");

        for (Path log : busLogs()) {
            List<String> decoded = tshark.lines(
                    "-r",
                    log.toString(),
                    "-o",
                    "iso15765.can.ids:0x7e0,0x7e8,0x7e4,0x7ec,0x7e5,0x7ed,0x733,0x73b,0x747,0x74f,0x7e6,0x7ee",
                    "-d",
                    "iso15765.subdissector,uds",
                    "-T",
                    "fields",
                    "-e",
                    "uds.sid",
                    "-e",
                    "_ws.malformed");
            assertThat(decoded).as(log.toString()).anyMatch(line -> line.startsWith("0x"));
            assertThat(decoded).as(log.toString()).noneMatch(line -> line.contains("Malformed"));
        }
    }

    private List<Path> busLogs() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("bus"))) {
            return files.filter(file -> file.endsWith("bus.log")).sorted().toList();
        }
    }

    private RunOutcome run(String rig, long seed, String tags, String name) {
        return new ContractRun(rig, seed, tags, folder.resolve(name)).go();
    }

    private static Map<String, Verdict> verdicts(RunOutcome outcome) {
        return outcome.scenarios().stream()
                .collect(Collectors.toMap(scenario -> scenario.id().toString(), ScenarioOutcome::verdict));
    }
}
