package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code underpin serve} in a process of its own, from the moment at which it serves. */
final class Served implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("port (\\d+)");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;
    private final List<String> announced = new ArrayList<>();

    Served(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Underpin.class.getName(),
                "serve"));
        command.addAll(Arrays.asList(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            announced.add(line);
            if (line.startsWith("Join with scapy")) {
                return;
            }
        }
        assertThat(announced).as("what serve told before it ended").contains("Join with scapy");
    }

    private static String classPath() {
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    List<String> announced() {
        return announced;
    }

    String port() {
        Matcher port = PORT.matcher(String.join("\n", announced));
        assertThat(port.find()).isTrue();
        return port.group(1);
    }

    /** Sends it a signal, such as {@code TERM}; returns its exit code. */
    int end(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The last line that it wrote. */
    String lastWords() {
        return out.lines().reduce("", (before, after) -> after);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
