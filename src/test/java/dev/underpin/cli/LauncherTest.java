package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script beside a jar and JDKs that are scripts telling how they were called. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path project;

    private record Answer(int code, String output) {}

    @BeforeEach
    void project() throws IOException {
        project = Files.createDirectories(folder.resolve("pro ject"));
        Files.copy(Path.of("underpin"), project.resolve("underpin"));
        assertThat(project.resolve("underpin").toFile().setExecutable(true)).isTrue();
        Files.writeString(project.resolve("pom.xml"), "");
        Files.createDirectories(project.resolve("src/main"));
        script(
                project.resolve("mvnw"),
                "mkdir -p target && echo jar > target/underpin.jar && echo \"$@\" > target/called");
    }

    @Test
    void takesTheJdkThatItIsToldToTake() throws Exception {
        Path jdk = jdk("26", "26.0.1");

        Answer answer = launch(Map.of("UNDERPIN_JAVA_HOME", jdk.toString()), "run", "a b");

        assertThat(answer.code()).isZero();
        assertThat(answer.output())
                .contains("jdk 26", "-Dunderpin.home=" + project.toRealPath(), "-jar", "<run> <a b>");
    }

    @Test
    void passesOverAJdkThatIsTooOld() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path young = jdk("young", "25.0.3");

        Answer answer = launch(Map.of("UNDERPIN_JAVA_HOME", old.toString(), "JAVA_HOME", young.toString()), "run");

        assertThat(answer.output()).contains("jdk young").doesNotContain("jdk old");
    }

    @Test
    void buildsWhenThereIsNoJarAndSaysSo() throws Exception {
        Answer answer = launch(Map.of("JAVA_HOME", jdk("x", "25").toString()), "run");

        assertThat(answer.output()).contains("underpin: building");
        assertThat(project.resolve("target/called")).exists();
    }

    @Test
    void buildsNothingWhenTheJarIsNewerThanTheSources() throws Exception {
        Map<String, String> jdk = Map.of("JAVA_HOME", jdk("x", "25").toString());
        launch(jdk, "run");
        Files.delete(project.resolve("target/called"));

        assertThat(launch(jdk, "run").output()).doesNotContain("building");
        assertThat(project.resolve("target/called")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWhenTheBuildFails() throws Exception {
        script(project.resolve("mvnw"), "echo '[ERROR] no such symbol'; exit 1");

        Answer answer = launch(Map.of("JAVA_HOME", jdk("x", "25").toString()), "run");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.output()).contains("[ERROR] no such symbol", "underpin: the build failed");
    }

    @Test
    void worksThroughALinkFromAnotherDirectory() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("up"), project.resolve("underpin"));

        Answer answer = launch(link, Map.of("JAVA_HOME", jdk("x", "25").toString()), "clauses");

        assertThat(answer.code()).isZero();
        assertThat(answer.output()).contains("-Dunderpin.home=" + project.toRealPath(), "<clauses>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "run -h",
                "run --version",
                "run --tags @OTA-M4 --help",
                "run --sed 7",
                "run --seed"
            })
    void preparesNothingForWordsAboutARun(String arguments) throws Exception {
        Answer answer = launch(Map.of("JAVA_HOME", jdk("x", "25").toString()), arguments.split(" "));

        assertThat(answer.output())
                .doesNotContain("preparing")
                .contains("<" + arguments.split(" ")[0] + ">");
        assertThat(project.resolve("target/underpin.aot")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "run features --tags not@slow --seed 7",
                "run --rig=rigs/virtual.yaml --out x features",
                "run --repeat 3 --quarantine=q.yaml --compare r"
            })
    void preparesARunOnceUnderANameOfItsOwn(String arguments) throws Exception {
        Path jdk = jdk("x", "25");
        script(jdk.resolve("bin/java"), """
                for a in "$@"; do case $a in -XX:AOTCacheOutput=*) made=${a#*=}; echo "makes $made"; echo cache >"$made" ;; esac; done""");
        Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString());

        Answer first = launch(environment, arguments.split(" "));
        Answer second = launch(environment, arguments.split(" "));

        assertThat(first.output()).contains("preparing this build");
        assertThat(second.output()).doesNotContain("preparing");
        assertThat(project.resolve("target/underpin.aot")).hasContent("cache");
        assertThat(Files.readString(project.resolve("target/underpin-training.log")))
                .contains("makes ")
                .doesNotContain("underpin.aot\n");
        assertThat(project.resolve("target"))
                .isDirectoryNotContaining(file -> file.toString().contains("training.") && Files.isDirectory(file));
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve("jdks").resolve(name));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(jdk.resolve("bin"));
        script(jdk.resolve("bin/java"), "echo jdk " + name + "; for a in \"$@\"; do printf '<%s> ' \"$a\"; done");
        return jdk;
    }

    private Answer launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(project.resolve("underpin"), environment, arguments);
    }

    private Answer launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("UNDERPIN_JAVA_HOME");
        builder.environment().putAll(environment);
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
