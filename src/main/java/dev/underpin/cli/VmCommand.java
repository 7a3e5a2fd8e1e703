package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import dev.underpin.report.ReportFolder;
import dev.underpin.rig.RigFile;
import dev.underpin.time.WallClock;
import dev.underpin.vm.Ending;
import dev.underpin.vm.Guest;
import dev.underpin.vm.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin vm}. */
@Command(
        name = "vm",
        description = "Works in a small virtual machine with Linux's own CAN stack.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class VmCommand implements Runnable {
    private static final String EXEC_LIMIT = "600";
    private static final String RUN_LIMIT = "3600";
    private static final int MAX_LIMIT = 86_400;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: run or exec");
    }

    @Command(
            name = "run",
            description = {
                "Boots the virtual machine, runs feature files in it on CAN interfaces of its kernel, brings the report back, and ends with"
                        + " the run's exit code.",
                "",
                "There are vcan0, vcan1 (CAN FD) and can0, can1: two emulated Kvaser cards on one bus of 500 kbit/s. Everything in it is"
                        + " emulated, some ten times slower than this machine: choose a few scenarios.",
                "",
                "The kernel comes from Debian's package, downloaded once (71 MB) and not installed; what is made of it is kept in"
                        + " ~/.cache/underpin ($XDG_CACHE_HOME). Nothing else is left behind, and no rights are needed."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all passed",
                "1:a scenario failed or proved nothing",
                "2:the user's mistake: option, rig file, a package that is missing",
                "3:rig or harness error, the virtual machine failed, or its time was up"
            })
    int run(
            @Option(
                            names = "--rig",
                            paramLabel = "FILE",
                            description = "The rig to run on in there. Default: rigs/vcan.yaml of the project.")
                    @Nullable
                    Path rig,
            @Option(names = "--tags", paramLabel = "EXPR", defaultValue = "", description = "As for run.") String tags,
            @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "As for run.") long seed,
            @Option(
                            names = "--compare",
                            paramLabel = "RUN",
                            description =
                                    "As for run: what differs from an earlier run, such as one on the virtual rig.")
                    @Nullable
                    Path compare,
            @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes, as for run.") @Nullable
                    Path out,
            @Option(
                            names = "--limit",
                            paramLabel = "SECONDS",
                            defaultValue = RUN_LIMIT,
                            description = "Switches the machine off after so long. Default: ${DEFAULT-VALUE}.")
                    int limit,
            @Parameters(paramLabel = "PATH", arity = "0..*", description = "Feature files, or folders of them.")
                    @Nullable
                    List<Path> paths)
            throws IOException, InterruptedException {
        Home home = Home.ofProcess();
        Path file = rig == null ? home.file("rigs/vcan.yaml") : rig;
        RigFile.read(file);
        ReportFolder report =
                out == null ? ReportFolder.below(home.file("reports"), WallClock.now(), seed) : ReportFolder.at(out);
        List<String> words = new ArrayList<>(OwnJava.command());
        words.addAll(List.of("run", "--rig", file.toString(), "--seed", String.valueOf(seed)));
        words.addAll(List.of("--out", report.place().toString()));
        if (!tags.isEmpty()) {
            words.addAll(List.of("--tags", tags));
        }
        if (compare != null) {
            words.addAll(List.of("--compare", compare.toString()));
        }
        if (paths != null) {
            paths.forEach(path -> words.add(path.toString()));
        }
        return boot(words, Objects.requireNonNull(report.place().getParent()), limit);
    }

    @Command(
            name = "exec",
            description = {
                "Boots the virtual machine, runs a command in it, and ends with the command's exit code.",
                "",
                "The interfaces are those of vm run. The command runs as root, in the current directory; it sees this machine's files, but"
                        + " what it writes is gone at the end, except in --out. There is no network."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "2:the user's mistake: option, a package that is missing",
                "3:the virtual machine failed, or its time was up",
                "others:the command's own"
            })
    int exec(
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "A folder that the command may write to; there at the same place.")
                    @Nullable
                    Path out,
            @Option(
                            names = "--limit",
                            paramLabel = "SECONDS",
                            defaultValue = EXEC_LIMIT,
                            description = "Switches the machine off after so long. Default: ${DEFAULT-VALUE}.")
                    int limit,
            @Parameters(
                            paramLabel = "COMMAND",
                            arity = "1..*",
                            description = "The command and its arguments, after --.")
                    List<String> command)
            throws IOException, InterruptedException {
        return boot(command, out, limit);
    }

    private int boot(List<String> command, @Nullable Path results, int limit) throws IOException, InterruptedException {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw UserMistake.saying("--limit: expected 1 to %d seconds, found %d".formatted(MAX_LIMIT, limit));
        }
        if (results != null) {
            Files.createDirectories(results);
        }
        Guest guest = new Guest(command, Path.of("").toAbsolutePath(), results, Duration.ofSeconds(limit));
        Ending ending = new Machine(Machine.userCache(), this::tell).run(guest, Redirect.INHERIT, Redirect.INHERIT);
        return switch (ending) {
            case Ending.Ended(int code) -> code;
            case Ending.OverLimit() -> {
                tell("the virtual machine was switched off: its %d s were up".formatted(limit));
                yield Underpin.TROUBLE;
            }
            case Ending.Lost(String lastWords) -> {
                tell("the virtual machine ended before the command did; its last words: " + lastWords);
                yield Underpin.TROUBLE;
            }
        };
    }

    private void tell(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("underpin: %s%n", sentence);
        err.flush();
    }
}
