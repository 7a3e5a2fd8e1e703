package dev.underpin.bench;

import dev.underpin.mistake.UserMistake;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A plain C program to compare with, compiled here and now. Closing it deletes it. */
final class CProgram implements Closeable {
    private final Path source;
    private final Path program;

    private CProgram(Path source, Path program) {
        this.source = source;
        this.program = program;
    }

    /** Compiles the source file of that name beside this class. */
    static CProgram compiled(String name) throws IOException, InterruptedException {
        Path source = Files.createTempFile("underpin-bench", ".c");
        CProgram made = new CProgram(source, Files.createTempFile("underpin-bench", ""));
        try (InputStream text = Objects.requireNonNull(CProgram.class.getResourceAsStream(name))) {
            Files.write(source, text.readAllBytes());
        }
        try {
            output(started(List.of("cc", "-O2", "-o", made.program.toString(), source.toString())));
            return made;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            made.close();
            throw failed;
        }
    }

    /** Runs it; the number that it prints. */
    double figure(Object... arguments) throws IOException, InterruptedException {
        return Double.parseDouble(output(start(arguments)));
    }

    /** Starts it; {@link #output} has to be called once it has ended. */
    Process start(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return started(command);
    }

    private static Process started(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw UserMistake.saying(
                    "a plain C program to compare with needs a C compiler (cc); type: sudo apt-get install gcc libc6-dev");
        }
    }

    /** What a process printed, once it has ended without a failure. */
    static String output(Process process) throws IOException, InterruptedException {
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw UserMistake.saying("a plain C program to compare with failed: " + told);
        }
        return told;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(source);
        Files.deleteIfExists(program);
    }
}
