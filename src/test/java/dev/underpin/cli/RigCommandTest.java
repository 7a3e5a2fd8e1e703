package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    private int execute(String... arguments) {
        return Underpin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
