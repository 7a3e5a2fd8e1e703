package dev.underpin.bench;

import dev.underpin.mistake.UserMistake;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A plain C loop that sends frames on a CAN interface and reads each back, compiled here and now. Closing it deletes it. */
final class PlainLoop implements Closeable {
    private final Path source;
    private final Path program;

    private PlainLoop(Path source, Path program) {
        this.source = source;
        this.program = program;
    }

    static PlainLoop compiled() throws IOException, InterruptedException {
        Path source = Files.createTempFile("underpin-loop", ".c");
        PlainLoop loop = new PlainLoop(source, Files.createTempFile("underpin-loop", ""));
        try (InputStream text = Objects.requireNonNull(PlainLoop.class.getResourceAsStream("plain_loop.c"))) {
            Files.write(source, text.readAllBytes());
        }
        try {
            loop.output("cc", "-O2", "-o", loop.program.toString(), source.toString());
            return loop;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            loop.close();
            throw failed;
        }
    }

    /** Frames per second of wall time. */
    double framesPerSecond(String interfaceName, int frames) throws IOException, InterruptedException {
        return Double.parseDouble(output(program.toString(), interfaceName, String.valueOf(frames)));
    }

    private String output(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw UserMistake.saying(
                    "a plain C loop to compare with needs a C compiler (cc); type: sudo apt-get install gcc libc6-dev");
        }
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw UserMistake.saying("%s failed: %s".formatted(command[0], told));
        }
        return told;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(source);
        Files.deleteIfExists(program);
    }
}
