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

/** {@code underpin} in a process of its own. */
final class Started implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("port (\\d+)");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;
    private final List<String> announced = new ArrayList<>();

    Started(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Underpin.class.getName()));
        command.addAll(Arrays.asList(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = process.inputReader();
    }

    /** {@code underpin serve}, from the moment at which it serves. */
    static Started serving(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("serve"));
        all.addAll(Arrays.asList(arguments));
        Started served = new Started(all.toArray(String[]::new));
        served.linesUntil("Join with scapy");
        return served;
    }

    /** What it wrote up to the next line with these words. */
    List<String> linesUntil(String words) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            announced.add(line);
            if (line.contains(words)) {
                return announced;
            }
        }
        assertThat(announced).as("what was told before the end").contains(words);
        return announced;
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
        out.lines().forEach(announced::add);
        return exit();
    }

    /** Its exit code, once it has ended. */
    int exit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The last line that it wrote, once it has ended. */
    String lastWords() {
        out.lines().forEach(announced::add);
        return announced.getLast();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
