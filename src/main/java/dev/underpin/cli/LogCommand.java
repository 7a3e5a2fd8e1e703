package dev.underpin.cli;

import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogReader;
import dev.underpin.can.log.LogWriter;
import dev.underpin.can.log.LoggedError;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin log}. */
@Command(
        name = "log",
        description = "Works on bus logs.",
        subcommands = {LogStatisticsCommand.class, LogReplayCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class LogCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: convert, statistics or replay");
    }

    @Command(
            name = "convert",
            description = {
                "Writes a bus log in another format. The ending of a name tells its format:",
                "  .log      candump, microseconds",
                "  .asc      Vector ASCII, microseconds, no names of channels but in comments",
                "  .blf      Vector binary, nanoseconds",
                "  .pcapng   Wireshark (SocketCAN), nanoseconds",
                "CAN FD, remote and error frames, directions and channels are kept; times are cut to what OUT holds.",
                "Times of .asc and .blf have no time zone: they are UTC. Of a broken log, what comes before the break"
                        + " is written."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nExample:%n",
            footer = "  underpin log convert drive/bus.log drive.pcapng",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:converted", "2:the user's mistake: a file's name, or what is in IN"})
    int convert(
            @Parameters(paramLabel = "IN", description = "The log to read.") Path in,
            @Parameters(paramLabel = "OUT", description = "The log to write; an earlier one is replaced.") Path out)
            throws IOException {
        if (Files.exists(in) && Files.exists(out) && Files.isSameFile(in, out)) {
            throw UserMistake.in(out.toString(), "", "another file than IN", "the same");
        }
        LogFormat.of(in);
        LogFormat.of(out);
        long frames = 0;
        long errors = 0;
        Set<String> channels = new TreeSet<>();
        try (LogReader reader = LogFormat.read(in);
                LogWriter writer = LogFormat.write(out)) {
            for (LogEntry entry = reader.next(); entry != null; entry = reader.next()) {
                writer.write(entry);
                channels.add(entry.channel());
                if (entry instanceof LoggedError logged) {
                    errors += Math.max(1, logged.error().leftOut());
                } else {
                    frames++;
                }
            }
        }
        PrintWriter to = spec.commandLine().getOut();
        to.printf("%s: %d frames, %d error frames; channels %s%n", out, frames, errors, String.join(", ", channels));
        to.flush();
        return 0;
    }
}
