package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.underpin.evidence.compare.RunFolder;
import dev.underpin.evidence.compare.ScenarioComparison;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.mistake.UserMistake;
import dev.underpin.vm.Ending;
import dev.underpin.vm.Guest;
import dev.underpin.vm.Machine;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feature files on CAN interfaces of a real kernel, in a virtual machine that is booted once, against the same runs on virtual buses. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
@ResourceLock("the clock on the wall")
class FeaturesOnRealMediaTest {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Pattern ERROR_FRAME = Pattern.compile("^2[0-9A-F]{7}#");
    private static final Pattern FD_FLAGS = Pattern.compile("##([4-7])");

    @TempDir
    private static Path results;

    @BeforeAll
    static void have_the_runs() throws Exception {
        OutsideJudge.require("qemu-system-x86_64", "qemu-system-x86");
        OutsideJudge.require("busybox", "busybox-static");
        OutsideJudge.require("candump", "can-utils");
        OutsideJudge.require("ip", "iproute2");
        Path here = Path.of("").toAbsolutePath();
        Guest guest = new Guest(
                List.of(
                        "/bin/sh",
                        Path.of(FeaturesOnRealMediaTest.class
                                        .getResource("real_media.sh")
                                        .toURI())
                                .toString(),
                        results.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        classPath(),
                        RealMediaRuns.class.getName()),
                here,
                results,
                LIMIT);
        Path console = results.resolve("console");

        Ending ending = run(guest, Redirect.to(console.toFile()), Redirect.appendTo(console.toFile()));

        assertThat(ending)
                .as(() -> text(console) + text(results.resolve("told")))
                .isEqualTo(new Ending.Ended(0));
        onVirtualBuses("vcan");
        onVirtualBuses("kvaser");
    }

    private static String classPath() {
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Ending run(Guest guest, Redirect out, Redirect errors) throws IOException, InterruptedException {
        try {
            return new Machine(Machine.userCache(), progress -> {}).run(guest, out, errors);
        } catch (UserMistake unprepared) {
            return OutsideJudge.absent(String.valueOf(unprepared.getMessage()));
        }
    }

    /** The same scenarios on the same rig with simulated buses in place of the interfaces. */
    private static void onVirtualBuses(String run) throws IOException {
        String rig = Files.readString(Path.of("rigs", run.equals("vcan") ? "vcan.yaml" : "vm-kvaser.yaml"))
                .replaceAll("(?m)^tier: .*", "tier: virtual")
                .replaceAll("(?m)^time: .*\n", "")
                .replaceAll("medium: socketcan, interface: \\w+,( tester-interface: \\w+,)?", "medium: virtual,");
        for (String named : List.of("ecus.yaml", "ev.dbc")) {
            rig = rig.replaceAll(": " + named, ": " + Path.of("rigs", named).toAbsolutePath());
        }
        Path file = TinyReleases.rig(rig, results);
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--rig",
                file.toString(),
                "--tags",
                RealMediaRuns.CHOICE,
                "--out",
                results.resolve(run + "-virtual").toString()));
        words.addAll(RealMediaRuns.files());
        StringWriter told = new StringWriter();
        int code = Underpin.commandLine()
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told))
                .execute(words.toArray(String[]::new));
        assertThat(code).as(told::toString).isZero();
    }

    @TestFactory
    Stream<DynamicTest> scenarios_pass_and_prove_the_clauses_that_they_prove_on_virtual_buses() {
        return Stream.of("vcan", "kvaser")
                .map(run -> dynamicTest(run, () -> {
                    JsonNode here = summary(run);

                    assertThat(here.path("scenarios")).hasSize(10);
                    assertThat(here.path("verdict").asString())
                            .as(here::toString)
                            .isEqualTo("Pass");
                    assertThat(here.path("clauses"))
                            .isEqualTo(summary(run + "-virtual").path("clauses"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_record_and_each_frame_is_that_of_virtual_buses() throws IOException {
        List<DynamicTest> compared = new ArrayList<>();
        for (String run : List.of("vcan", "kvaser")) {
            RunFolder virtual = RunFolder.read(results.resolve(run + "-virtual"));
            for (Map.Entry<String, Path> scenario :
                    RunFolder.read(results.resolve(run)).scenarios().entrySet()) {
                compared.add(dynamicTest(run + ": " + scenario.getKey(), () -> {
                    ScenarioComparison comparison = ScenarioComparison.of(
                            scenario.getKey(), virtual.scenarios().get(scenario.getKey()), scenario.getValue());
                    assertThat(comparison.same()).as(comparison.text()).isTrue();
                }));
            }
        }
        return compared.stream();
    }

    @TestFactory
    Stream<DynamicTest> candump_saw_the_frames_of_our_bus_log_and_no_others() throws IOException {
        List<String> theirs = frames(results.resolve("vcan0.log"));
        return RunFolder.read(results.resolve("vcan")).scenarios().entrySet().stream()
                .map(scenario -> dynamicTest(scenario.getKey(), () -> {
                    List<String> ours = frames(scenario.getValue().resolve("drive/bus.log"));

                    assertThat(ours).hasSizeGreaterThan(100);
                    assertThat(Collections.indexOfSubList(theirs, ours)).isNotNegative();
                }));
    }

    @Test
    void the_kernels_isotp_has_an_answer_from_a_simulated_control_unit() {
        assertThat(text(results.resolve("asked")).strip().replace(" ", ""))
                .isEqualToIgnoringCase("62F190" + hex("WUPLX3EV7T1000047"));
    }

    @Test
    void by_the_clock_on_the_wall_it_is_known_how_late_alarms_went_off() {
        assertThat(text(results.resolve("medium"))).contains("event=jitter, alarms=", "median=", "p99=", "max=");
    }

    @Test
    void by_the_clock_on_the_wall_it_is_known_how_long_frames_took_from_the_kernels_time_stamp_to_the_log() {
        assertThat(text(results.resolve("medium"))).containsPattern("event=latency, frames=[1-9][0-9]*, median=");
    }

    /** What reads the clock itself, when the process has its turn, agrees with nearly none of candump's. */
    @Test
    void by_the_clock_on_the_wall_frames_are_as_far_apart_in_our_log_as_by_the_kernels_time_stamps()
            throws IOException {
        Path ours = results.resolve("wall.log");
        Path theirs = results.resolve("vcan0.log");
        int begin = Collections.indexOfSubList(frames(theirs), frames(ours));
        assertThat(begin).isNotNegative();
        List<Long> ourGaps = gaps(micros(ours));
        List<Long> theirGaps = gaps(micros(theirs)).subList(begin, begin + ourGaps.size());

        long alike = IntStream.range(0, ourGaps.size())
                .filter(i -> Math.abs(ourGaps.get(i) - theirGaps.get(i)) <= 2)
                .count();

        assertThat(ourGaps).hasSizeGreaterThan(100);
        assertThat((double) alike / ourGaps.size()).isGreaterThan(0.9);
    }

    @Test
    void an_interface_that_is_missing_is_the_rigs_failure_with_what_to_type() {
        assertThat(failure("missing"))
                .startsWith("RigError: ")
                .contains("interface vcan7: expected a CAN interface of this machine, found only can0, can1,"
                        + " vcan0, vcan1; a virtual one is made by: sudo ip link add dev vcan0 type vcan");
    }

    @Test
    void a_wrong_bit_rate_is_the_rigs_failure_with_what_to_type() {
        assertThat(failure("rate"))
                .startsWith("RigError: ")
                .contains("interface can0: expected 250000 bit/s, found 500000 bit/s; type: sudo ip link set"
                        + " can0 down; sudo ip link set can0 up type can bitrate 250000");
    }

    @Test
    void an_interface_that_goes_down_in_mid_run_is_the_rigs_failure_with_what_to_type() {
        assertThat(failure("down"))
                .startsWith("RigError: ")
                .contains("interface vcan1: expected it to be up, found it down; type: sudo ip link set vcan1 up");
    }

    private static String failure(String run) {
        JsonNode scenario = summary(run).path("scenarios").path(0);
        return scenario.path("verdict").asString() + ": "
                + scenario.path("reason").asString();
    }

    private static JsonNode summary(String run) {
        return JsonMapper.shared().readTree(text(results.resolve(run).resolve("summary.json")));
    }

    private static List<Long> gaps(List<Long> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> times.get(i) - times.get(i - 1))
                .toList();
    }

    private static List<Long> micros(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> !ERROR_FRAME
                        .matcher(line.substring(line.lastIndexOf(' ') + 1))
                        .find())
                .map(line -> Long.parseLong(line.substring(1, line.indexOf(')')).replace(".", "")))
                .toList();
    }

    /** Data and remote frames; of CAN FD without the flag that says so (0x4, CANFD_FDF), which the kernel adds and a log leaves out. */
    private static List<String> frames(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(frame -> !ERROR_FRAME.matcher(frame).find())
                .map(frame -> FD_FLAGS.matcher(frame)
                        .replaceFirst(flags -> "##" + (flags.group(1).charAt(0) - '4')))
                .toList();
    }

    private static String hex(String ascii) {
        return java.util.HexFormat.of().formatHex(ascii.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "(no %s)".formatted(file.getFileName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
