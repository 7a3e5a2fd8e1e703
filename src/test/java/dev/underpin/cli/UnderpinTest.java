package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.fault.FaultKind;
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
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "serve --help",
                "rig --help",
                "rig check --help",
                "rig init --help",
                "rig health --help",
                "rig release --help",
                "clauses --help",
                "log convert --help",
                "log statistics --help",
                "trace --help",
                "help run"
            })
    void helpIsGivenAndIsNoMistake(String arguments) {
        assertThat(execute(arguments.split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: underpin");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void faults_are_listed_by_their_seams_and_explained_with_what_a_plan_has_to_say() {
        assertThat(execute("fault", "list")).isZero();
        assertThat(out.toString())
                .contains(
                        "supply (@needs-supply-faults)",
                        "  brown-out ",
                        FaultKind.all().size() + " kinds");

        assertThat(execute("fault", "show", "flash-cut")).isZero();
        assertThat(out.toString())
                .contains(
                        "operation ",
                        "(from 1 to 10000000)",
                        "- fault: flash-cut",
                        "Rigs that can inject it: ",
                        ", virtual");
    }

    @Test
    void a_fault_that_is_not_known_is_refused_with_those_alike() {
        assertThat(execute("fault", "show", "power-cut")).isEqualTo(2);
        assertThat(err.toString())
                .contains("expected a kind of fault, found 'power-cut': perhaps supply-cut, flash-cut");
    }

    @Test
    void helpTellsTheExitCodes() {
        execute("run", "--help");

        assertThat(out.toString())
                .contains(
                        "0     all passed",
                        "1     a scenario failed or proved nothing",
                        "2     the user's mistake",
                        "3     rig");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                        | expected a command: run, campaign, replay, compare, serve, emulate, uds, trace, log, fault, rig, clauses, bench or vm
        log                       | expected a command: convert, statistics or replay
        bench                     | expected a command: bus, isotp, media, campaign or detection
        log convert a.log         | Missing required parameter: 'OUT'
        log convert a.log b.txt   | b.txt: expected a bus log whose name ends in .log (candump), .asc, .blf or .pcapng, found .txt
        log convert a.log b.blf   | a.log: expected a bus log that can be read, found no such file or folder
        dance                     | Unmatched argument at index 0: 'dance'
        run --sede 4              | Unknown option: '--sede'
        run --seed four           | Invalid value for option '--seed'
        serve                     | Missing required option: '--as=WAY'
        serve --bus b --as socketcand                  | --bus: expected one of drive, chassis, found b
        serve --bus drive --as pigeon                  | expected one of
        serve --bus drive --as socketcan               | --interface: expected a CAN interface such as vcan0, found none
        serve --bus drive --as socketcand --interface vcan0      | --interface: expected none with --as socketcand, found vcan0
        serve --bus drive --as socketcan --interface nowhere     | interface nowhere: expected a CAN interface of this machine
        emulate --adapters 0      | --adapters: expected 1 to 16, found 0
        vm                        | expected a command: run
        vm exec                   | Missing required parameter: 'COMMAND'
        vm exec --limit 0 -- true | --limit: expected 1 to 86400 seconds, found 0
        serve --bus drive --as socketcand --speed 0    | --speed: expected a number above 0
        serve --bus drive --as socketcand --port -1    | --port: expected a number from 0 to 65535
        serve --bus drive --as socketcand --bind 198.51.100.1    | the bus cannot be offered on 198.51.100.1
        serve --bus drive --as udp-multicast --bind 198.51.100.1 | the bus cannot be offered on 198.51.100.1
        rig                       | expected a command: init, check, health or release
        rig init                  | Missing required parameter: 'FILE'
        rig health nowhere.yaml   | nowhere.yaml
        rig release nowhere.yaml  | nowhere.yaml
        run --repeat 0            | --repeat: expected 1 to 1000, found 0
        run --quarantine nowhere.yaml | nowhere.yaml: expected a YAML file, found no such file
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
    void aBusLogIsConvertedAndCounted() throws IOException {
        Path log = Files.writeString(folder.resolve("bus.log"), """
            (1793602800.001234) drive 7E0#021003CCCCCCCCCC
            (1793602800.002234) body 18DA10F1##13E
            (1793602800.003234) drive 20000080#0000080000000000
            """);
        Path asc = folder.resolve("bus.asc");
        Path back = folder.resolve("back.log");

        assertThat(execute("log", "convert", log.toString(), asc.toString())).isZero();
        assertThat(execute("log", "convert", asc.toString(), back.toString())).isZero();

        assertThat(out.toString()).contains("bus.asc: 2 frames, 1 error frames; channels body, drive");
        assertThat(back).hasSameTextualContentAs(log);
    }

    @Test
    void aBusLogIsNotConvertedIntoItself() throws IOException {
        Path log = Files.writeString(folder.resolve("bus.log"), "(1793602800.001234) drive 7E0#02\n");

        assertThat(execute("log", "convert", log.toString(), log.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("bus.log: expected another file than IN, found the same");
        assertThat(log).isNotEmptyFile();
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
