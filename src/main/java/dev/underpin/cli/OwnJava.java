package dev.underpin.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command that starts Underpin as this process was started, from any directory: the same Java runtime, classes and prepared start. */
final class OwnJava {
    private OwnJava() {}

    /** The command without arguments for Underpin. The choice of the garbage collector and of logs is left to whoever uses it. */
    static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(OwnJava::isKept)
                .forEach(command::add);
        command.add("-cp");
        command.add(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(Underpin.class.getName());
        return command;
    }

    private static boolean isKept(String argument) {
        return argument.startsWith("-Dunderpin.")
                || argument.startsWith("-Dmsgpack.")
                || argument.startsWith("-XX:AOTCache=")
                || argument.endsWith("UseCompactObjectHeaders");
    }
}
