package dev.underpin.judges;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine that judges what the project writes.
 *
 * <p>Where it is not installed the test is skipped, naming the Debian package; with {@code -Djudges=required} that is a failure.
 */
public final class OutsideJudge {
    private final Path program;

    private OutsideJudge(Path program) {
        this.program = program;
    }

    /** The program {@code name} from the Debian package of the same name. */
    public static OutsideJudge require(String name) {
        return require(name, name);
    }

    /** The program {@code name} from the Debian package {@code debianPackage}. */
    public static OutsideJudge require(String name, String debianPackage) {
        return find(name).map(OutsideJudge::new).orElseGet(() -> absent(name, debianPackage));
    }

    /** The system's Python, with {@code module} from the Debian package {@code debianPackage}. */
    public static OutsideJudge requirePython(String module, String debianPackage) {
        OutsideJudge python = new OutsideJudge(Path.of("/usr/bin/python3"));
        String search = "import importlib.util as u; print(u.find_spec('%s') is not None)".formatted(module);
        boolean there =
                Files.isExecutable(python.program) && python.lines("-c", search).equals(List.of("True"));
        return there ? python : absent("the Python module " + module, debianPackage);
    }

    private static OutsideJudge absent(String name, String debianPackage) {
        String message = "%s is not installed; install the Debian package %s".formatted(name, debianPackage);
        return "required".equals(System.getProperty("judges")) ? fail(message) : abort(message);
    }

    private static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
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

    private List<String> command(String... arguments) {
        return Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
    }
}
