package dev.underpin.evidence.compare;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that a run left, by its scenarios. */
public final class RunFolder {
    private final SortedMap<String, Path> scenarios;

    private RunFolder(SortedMap<String, Path> scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Looks into a run's folder.
     *
     * @throws UserMistake when it is none
     */
    public static RunFolder read(Path run) throws IOException {
        Path history = run.resolve("history");
        if (!Files.isDirectory(history)) {
            throw UserMistake.saying("%s: expected the folder of a run with history/, found none".formatted(run));
        }
        SortedMap<String, Path> scenarios = new TreeMap<>();
        try (Stream<Path> folders = Files.list(history)) {
            folders.filter(folder -> Files.isRegularFile(folder.resolve("record.jsonl")))
                    .sorted()
                    .forEach(folder -> scenarios.putIfAbsent(name(folder), folder));
        }
        return new RunFolder(scenarios);
    }

    /** A scenario's name as its folder has it: without its number, which differs when another choice of scenarios was run. */
    private static String name(Path folder) {
        return String.valueOf(folder.getFileName()).replaceFirst("^\\d+-", "");
    }

    /** The scenarios' names and folders. */
    public SortedMap<String, Path> scenarios() {
        return scenarios;
    }

    /** This run's folder of a scenario that another run has in {@code folder}. */
    public Optional<Path> like(Path folder) {
        return Optional.ofNullable(scenarios.get(name(folder)));
    }
}
