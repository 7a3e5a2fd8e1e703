package dev.underpin.judges;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program of this machine that judges what the project writes.
 *
 * <p>Where it is not installed the test is skipped, naming the Debian package; with {@code -Djudges=required} that is a failure.
 */
public final class OutsideJudge {
    private final Path program;
    private final List<String> first;

    private OutsideJudge(Path program, String... first) {
        this.program = program;
        this.first = List.of(first);
    }

    /** The program {@code name} from the Debian package of the same name. */
    public static OutsideJudge require(String name) {
        return require(name, name);
    }

    /** The program {@code name} from the Debian package {@code debianPackage}. */
    public static OutsideJudge require(String name, String debianPackage) {
        return find(name).map(OutsideJudge::new).orElseGet(() -> absent(name, debianPackage));
    }

    /** A Python program of this project, {@code script}, that uses {@code module} from {@code debianPackage}. */
    public static OutsideJudge python(Path script, String module, String debianPackage) {
        return candidates("python3")
                .filter(python -> imports(python, module))
                .findFirst()
                .map(python -> new OutsideJudge(python, script.toString()))
                .orElseGet(() -> absent("the Python module " + module, debianPackage));
    }

    private static boolean imports(Path python, String module) {
        try {
            return new ProcessBuilder(python.toString(), "-c", "import " + module)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static OutsideJudge absent(String name, String debianPackage) {
        return absent("%s is not installed; install the Debian package %s".formatted(name, debianPackage));
    }

    /** What judges is not there, for the reason {@code why}: skips the test or fails it. */
    public static <T> T absent(String why) {
        return "required".equals(System.getProperty("judges")) ? fail(why) : abort(why);
    }

    private static Optional<Path> find(String name) {
        return candidates(name).findFirst();
    }

    private static Stream<Path> candidates(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    /** Runs the program to its end and gives the lines of its standard output; a test fails when its exit code is not 0. */
    public List<String> lines(String... arguments) {
        try {
            Path errors = Files.createTempFile("judge", ".err");
            Process process = new ProcessBuilder(command(arguments))
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            String complaint = Files.readString(errors, StandardCharsets.UTF_8);
            Files.delete(errors);
            return code == 0
                    ? output.lines().toList()
                    : fail("%s ended with %d: %s".formatted(program, code, complaint));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return fail("interrupted while " + program + " ran");
        }
    }

    /** Starts the program beside the test; it ends when it is closed. */
    public Running start(String... arguments) throws IOException {
        return new Running(new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** A program that runs beside the test. */
    public static final class Running implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;

        private Running(Process process) {
            this.process = process;
            out = process.inputReader(StandardCharsets.UTF_8);
        }

        /** The next line that it writes; null when it has ended. */
        public @Nullable String line() throws IOException {
            return out.readLine();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private List<String> command(String... arguments) {
        return Stream.of(Stream.of(program.toString()), first.stream(), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }
}
