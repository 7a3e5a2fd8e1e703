package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.judge.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UnderpinTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "run --help", "rig --help", "rig check --help", "clauses --help", "help run"})
    void helpIsGivenAndIsNoMistake(String arguments) {
        assertThat(execute(arguments.split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: underpin");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpTellsTheExitCodes() {
        execute("run", "--help");

        assertThat(out.toString())
                .contains(
                        "0   all passed",
                        "1   a scenario failed or proved nothing",
                        "2   the user's mistake",
                        "3   rig");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                        | expected a command: run, rig or clauses
                    dance                     | Unmatched argument at index 0: 'dance'
                    run --sede 4              | Unknown option: '--sede'
                    run --seed four           | Invalid value for option '--seed'
                    rig check                 | Missing required parameter: 'FILE'
                    rig check nowhere.yaml    | nowhere.yaml
                    run --rig nowhere.yaml    | nowhere.yaml
                    clauses nowhere.feature   | nowhere.feature: expected a feature file or a folder of them, found nothing there
                    """)
    void aMistakeIsOneMessageWithoutATrace(String arguments, String message) {
        assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("underpin: ").contains(message).doesNotContain("\tat ");
    }

    @Test
    void aRigFileWithAWrongFieldIsNamedWithLineFieldExpectedAndFound() throws IOException {
        String virtual = Files.readString(Path.of("rigs/virtual.yaml"));
        Path rig = Files.writeString(folder.resolve("rig.yaml"), virtual.replace("VCU: simulated", "VCU: simulatd"));

        assertThat(execute("rig", "check", rig.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("rig.yaml:", "VCU", "expected", "found")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "PASS,0",
        "NOT_RUN,1",
        "VACUOUS,1",
        "INCONCLUSIVE,1",
        "FAIL,1",
        "RIG_ERROR,3",
        "HARNESS_ERROR,3",
    })
    void theVerdictDecidesTheExitCode(Verdict verdict, int code) {
        assertThat(ExitCode.of(verdict)).isEqualTo(code);
    }

    private int execute(String... arguments) {
        CommandLine command = Underpin.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
