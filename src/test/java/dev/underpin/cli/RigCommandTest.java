package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.rig.lease.OtherRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RigCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void a_new_rig_file_takes_its_name_from_the_file_finds_what_it_names_and_is_right_as_it_is() throws IOException {
        Path file = folder.resolve("new/my-bench.yaml");

        assertThat(execute("rig", "init", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("\nrig: my-bench\n", "# addresses, data identifiers");
        String schema = Files.readAllLines(file).getFirst().replace("# yaml-language-server: $schema=", "");
        assertThat(file.resolveSibling(schema)).isRegularFile();
        assertThat(execute("rig", "check", file.toString())).isZero();
        assertThat(out.toString()).contains("a virtual rig, \"my-bench\"", "can    supply-faults    supply-cut,");
    }

    @Test
    void a_right_rig_file_tells_which_faults_it_can_inject_and_why_not_the_others() {
        assertThat(execute("rig", "check", "rigs/bench-slcan.yaml")).isZero();
        assertThat(out.toString())
                .contains("cannot bit-faults       (2 kinds: the bits of a real medium cannot be disturbed)")
                .contains("can    bus-faults       babbling-idiot, duplicated-frame, frame-lost, frame-late, wire-open")
                .contains("A control unit that has left the bus is named as the root: bit-faults")
                .doesNotContain(": bus-faults");
    }

    @Test
    void beside_a_real_control_unit_each_scenario_that_cannot_run_is_told_with_the_fault_and_what_it_needs()
            throws IOException {
        String slcan = Files.readString(Path.of("rigs/bench-slcan.yaml"));
        Path file = Files.writeString(
                folder.resolve("mixed.yaml"),
                slcan.replace("BMS: simulated", "BMS: real")
                        .replace("{pace: stepped}", "{pace: wall}")
                        .replaceAll(", tester-port: [a-z]+", "")
                        .replaceAll(
                                "(ecu-table|signals|releases): ",
                                "$1: " + Path.of("rigs").toAbsolutePath() + "/"));

        assertThat(execute("rig", "check", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("cannot reach works and flash of BMS: nothing reaches into a real control unit")
                .contains("BMS, one of three, cannot be programmed: flash-bad-sector BMS 0: nothing reaches into a real"
                        + " control unit (BMS)")
                .contains(": blackout: needs an instrument in the supply of BMS: supply")
                .contains("needs a man in the middle between BMS and the bus: buses.drive.middle")
                .doesNotContain("flash-bad-sector INV");
    }

    @Test
    void a_rig_file_that_is_there_is_not_written_over() throws IOException {
        Path file = Files.writeString(folder.resolve("my-bench.yaml"), "precious");

        assertThat(execute("rig", "init", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("my-bench.yaml: expected no file of that name yet");
        assertThat(file).hasContent("precious");
    }

    @Test
    void a_name_that_is_none_for_a_rig_is_told() {
        assertThat(execute("rig", "init", folder.resolve("My Bench.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("expected a name such as my-bench.yaml");
    }

    @Test
    void a_kind_of_rig_that_there_is_not_is_told_with_those_that_there_are() {
        assertThat(execute("rig", "init", "x.yaml", "--from", "flexray")).isEqualTo(2);
        assertThat(err.toString())
                .containsIgnoringCase("virtual, socketcan, slcan")
                .contains("flexray");
    }

    @Test
    void every_rig_file_of_the_project_names_its_schema_for_editors() throws IOException {
        try (var files = Files.list(Path.of("rigs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .map(Files::readAllLines)
                    .filteredOn(lines -> lines.stream().anyMatch(line -> line.startsWith("rig: ")))
                    .isNotEmpty()
                    .allSatisfy(lines -> {
                        String first = lines.getFirst();
                        assertThat(first).startsWith("# yaml-language-server: $schema=");
                        assertThat(Path.of("rigs", first.substring(first.indexOf('=') + 1)))
                                .isRegularFile();
                    });
        }
    }

    @Test
    void health_shows_what_was_looked_at_and_a_unit_with_the_wrong_firmware_is_a_rig_error() throws IOException {
        Path file = folder.resolve("my-bench.yaml");
        execute("rig", "init", file.toString());
        Files.writeString(file, Files.readString(file) + "health: {identity: {INV: {software: \"2026.45\"}}}\n");

        assertThat(execute("rig", "health", file.toString())).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("right +bus drive +up +up")
                .containsPattern("WRONG +INV software \\(22 F189\\) +2026.45 +2026.44")
                .contains("The rig is not fit: INV software (22 F189): expected 2026.45, found 2026.44");
    }

    @Test
    void a_run_on_a_rig_that_is_not_fit_blames_the_rig_alone() throws IOException {
        Path file = folder.resolve("my-bench.yaml");
        execute("rig", "init", file.toString());
        Files.writeString(file, Files.readString(file) + "health: {identity: {INV: {software: \"2026.45\"}}}\n");

        assertThat(execute(
                        "run",
                        "--rig",
                        file.toString(),
                        "--out",
                        folder.resolve("report").toString(),
                        "--tags",
                        "@RD-M1 or @RD-M2"))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains("RigError", "the rig is broken: INV software (22 F189): expected 2026.45, found 2026.44")
                .doesNotContain(" Fail ", "] Pass");
        assertThat(Files.readString(folder.resolve("report/junit.xml"))).contains("failures=\"0\"");
    }

    @Test
    void a_virtual_rig_needs_no_lease() {
        assertThat(execute("rig", "release", "rigs/virtual.yaml")).isZero();
        assertThat(out.toString()).contains("Rig virtual needs no lease: its runs share nothing.");
    }

    @Test
    void a_bench_whose_interface_is_missing_is_not_fit_and_is_free_again() throws IOException {
        Path file = bench();

        assertThat(execute("rig", "health", file.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("The rig is not fit: rig: expected a bench made ready, found", "nocan7");
        assertThat(folder.resolve("my-bench.json")).isEmptyFile();
    }

    @Test
    void a_run_on_a_bench_whose_interface_is_missing_ends_as_a_rig_error_that_names_it() throws IOException {
        Path report = folder.resolve("report");

        assertThat(execute("run", "--rig", bench().toString(), "--tags", "@OTA-P1", "--out", report.toString()))
                .isEqualTo(3);
        assertThat(Files.readString(report.resolve("summary.json"))).contains("RigError", "nocan7");
        assertThat(Files.readString(report.resolve("summary.json"))).doesNotContain("\"Fail\"");
    }

    @Test
    void a_bench_that_a_living_run_has_is_neither_checked_nor_run_on_nor_given_back() throws Exception {
        String file = bench().toString();
        try (OtherRun other = OtherRun.leasing(folder.resolve("my-bench.json"))) {
            for (String[] command : new String[][] {
                {"rig", "health", file}, {"run", "--rig", file, "--tags", "@OTA-P1"}, {"rig", "release", file}
            }) {
                assertThat(execute(command)).isEqualTo(3);
                assertThat(err.toString()).contains("is leased by tester on elsewhere (pid %d)".formatted(other.pid()));
                err.getBuffer().setLength(0);
            }
            assertThat(execute("rig", "release", file, "--force")).isEqualTo(3);
            assertThat(err.toString()).contains("whose process is not on this machine: end it there");
        }
    }

    @Test
    void a_living_run_is_ended_and_its_bench_given_back_when_that_is_forced() throws Exception {
        String file = bench().toString();
        try (OtherRun other = OtherRun.leasing(folder.resolve("my-bench.json"), Tenancy.host())) {
            assertThat(execute("rig", "release", file, "--force"))
                    .as("no interface: not fit")
                    .isEqualTo(3);
            assertThat(ProcessHandle.of(other.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
        assertThat(out.toString())
                .contains(
                        "Ending the run of tester", "that process is dead. Taken over", "The bench my-bench is free.");
        assertThat(folder.resolve("my-bench.json")).isEmptyFile();
    }

    @Test
    void what_a_killed_run_left_is_said_and_taken_over() throws Exception {
        String file = bench().toString();
        try (OtherRun other = OtherRun.leasing(folder.resolve("my-bench.json"))) {
            other.kill();
        }

        execute("rig", "health", file);
        assertThat(out.toString())
                .contains("The lease was left by tester on elsewhere", "Taken over: the bench is brought");
        assertThat(execute("rig", "release", file)).isZero();
        assertThat(out.toString()).endsWith("The bench my-bench is free.\n");
    }

    /** A bench on an interface that no machine has, with its lease beside its file. */
    private Path bench() throws IOException {
        Path file = folder.resolve("my-bench.yaml");
        assertThat(execute("rig", "init", file.toString(), "--from", "socketcan"))
                .isZero();
        String text = Files.readString(file);
        Files.writeString(file, text.replace("interface: can0", "interface: nocan7") + "lease: {folder: .}\n");
        return file;
    }

    private int execute(String... arguments) {
        return Underpin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
