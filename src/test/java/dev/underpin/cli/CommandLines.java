package dev.underpin.cli;

import java.util.List;

/** The command line for tests of other rooms. */
public final class CommandLines {
    private CommandLines() {}

    /** Parses the arguments as {@code underpin} does, and carries nothing out; throws what the user would be told. */
    public static void parse(List<String> arguments) {
        Underpin.commandLine().parseArgs(arguments.toArray(String[]::new));
    }
}
