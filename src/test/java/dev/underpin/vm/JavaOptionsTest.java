package dev.underpin.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {
    private static final Pattern LAUNCHERS = Pattern.compile("(?m)^options=\"(?:\\$options )?(.*)\"$");

    @Test
    void the_launcher_starts_in_the_machine_with_its_own_options_and_those_of_the_machine() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Matcher options = LAUNCHERS.matcher(Files.readString(Path.of("underpin")));
        while (options.find()) {
            command.addAll(List.of(options.group(1).split(" ")));
        }
        command.add("-version");
        ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
        java.environment().put("JDK_JAVA_OPTIONS", Exchange.JAVA_OPTIONS);
        Process started = java.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(started.waitFor()).as(said).isZero();
        assertThat(command).contains("-XX:+UseParallelGC");
    }
}
