package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin rig init}. */
@Command(
        name = "init",
        description = {
            "Writes a rig file with comments that say what to fill in; asks nothing. It begins as the project's own rig of that kind"
                    + " and takes its name from the file's.",
            "Then: underpin rig check FILE, underpin rig health FILE."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:the user's mistake: the file is there already, or its name is none for a rig"})
final class RigInitCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
    /** What names another file, from the rig file's folder. */
    private static final Pattern NAMED =
            Pattern.compile("(?m)(\\$schema=|^\\s+(?:ecu-table|signals|releases):\\s*)([^\\s#]+)");

    /** What a rig file can begin as. */
    enum From {
        VIRTUAL("virtual.yaml"),
        SOCKETCAN("bench-socketcan.yaml"),
        SLCAN("bench-slcan.yaml");

        private final String template;

        From(String template) {
            this.template = template;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "FILE", description = "The new rig file, such as rigs/my-bench.yaml.")
    private Path file = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "KIND",
            defaultValue = "virtual",
            description = "The kind of rig: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private From from = From.VIRTUAL;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path template = Home.ofProcess().project().resolve("rigs").resolve(from.template);
        String name = name();
        if (Files.exists(file)) {
            throw UserMistake.in(file.toString(), "", "no file of that name yet", "one: it is left as it is");
        }
        String text = Files.readString(template, StandardCharsets.UTF_8).replaceFirst("(?m)^rig: .*$", "rig: " + name);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, moved(text, template), StandardCharsets.UTF_8);
        RigFile.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: written. Next: fill it in, then underpin rig check %s, then underpin rig health %s%n",
                file, file, file);
        out.flush();
        return 0;
    }

    private String name() {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        if (!NAME.matcher(name).matches()) {
            throw UserMistake.in(file.toString(), "", "a name such as my-bench.yaml (a to z, 0 to 9, -)", name);
        }
        return name;
    }

    /** The same text at its new place: what it names is still found. */
    private String moved(String text, Path template) {
        Path to = Path.of("").toAbsolutePath().resolve(file).normalize().resolveSibling("");
        Matcher named = NAMED.matcher(text);
        return named.replaceAll(it -> Matcher.quoteReplacement(it.group(1)
                + to.relativize(
                        template.resolveSibling(it.group(2)).toAbsolutePath().normalize())));
    }
}
