package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import dev.underpin.vm.Ending;
import dev.underpin.vm.Guest;
import dev.underpin.vm.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    private static final String DEFAULT_LIMIT = "600";
    private static final int MAX_LIMIT = 86_400;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: run");
    }

    @Command(
            name = "run",
            description = {
                "Boots the virtual machine, runs a command in it, and ends with the command's exit code.",
                "",
                "There are vcan0 (CAN FD) and can0, can1: two emulated Kvaser cards on one bus of 500 kbit/s. The command runs as"
                        + " root, in the current directory; it sees this machine's files, but what it writes is gone at the end,"
                        + " except in --out. There is no network.",
                "",
                "The kernel comes from Debian's package, downloaded once (71 MB) and not installed; what is made of it is kept in"
                        + " ~/.cache/underpin ($XDG_CACHE_HOME). Nothing else is left behind, and no rights are needed."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "2:the user's mistake: option, a package that is missing",
                "3:the virtual machine failed, or its time was up",
                "others:the command's own"
            })
    int run(
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "A folder that the command may write to; there at the same place.")
                    @Nullable
                    Path out,
            @Option(
                            names = "--limit",
                            paramLabel = "SECONDS",
                            defaultValue = DEFAULT_LIMIT,
                            description = "Switches the machine off after so long. Default: ${DEFAULT-VALUE}.")
                    int limit,
            @Parameters(
                            paramLabel = "COMMAND",
                            arity = "1..*",
                            description = "The command and its arguments, after --.")
                    List<String> command)
            throws IOException, InterruptedException {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw UserMistake.saying("--limit: expected 1 to %d seconds, found %d".formatted(MAX_LIMIT, limit));
        }
        if (out != null) {
            Files.createDirectories(out);
        }
        Guest guest = new Guest(command, Path.of("").toAbsolutePath(), out, Duration.ofSeconds(limit));
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
