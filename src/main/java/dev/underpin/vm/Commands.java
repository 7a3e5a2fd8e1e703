package dev.underpin.vm;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Short-lived programs of this machine, run to their end in a folder. One that fails is a {@link UserMistake} with its last words. */
record Commands(Path folder) {
    ProcessBuilder process(DebianTool tool, String... arguments) {
        ProcessBuilder process = new ProcessBuilder(tool.path().toString()).directory(folder.toFile());
        process.command().addAll(List.of(arguments));
        process.environment().put("LC_ALL", "C");
        return process;
    }

    /** Its standard output. */
    String output(DebianTool tool, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        run(process(tool, arguments).redirectOutput(output.toFile()));
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    void run(ProcessBuilder only) throws IOException, InterruptedException {
        finish(List.of(only));
    }

    /** Feeds the first program's output into the second one. */
    void pipe(ProcessBuilder first, ProcessBuilder second) throws IOException, InterruptedException {
        finish(List.of(first, second));
    }

    private void finish(List<ProcessBuilder> builders) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        builders.forEach(builder -> builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())));
        boolean failed = false;
        for (Process process : ProcessBuilder.startPipeline(builders)) {
            failed |= process.waitFor() != 0;
        }
        if (failed) {
            throw UserMistake.saying("the virtual machine cannot be prepared: %s failed: %s"
                    .formatted(builders.getFirst().command().getFirst(), lastLine(errors)));
        }
    }

    private static String lastLine(Path errors) throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8)
                .lines()
                .reduce("it gave no reason", (before, after) -> after);
    }
}
