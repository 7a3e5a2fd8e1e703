package dev.underpin.isotp.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.underpin.can.slcan.KernelsFrames;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.mistake.UserMistake;
import dev.underpin.vm.Ending;
import dev.underpin.vm.Guest;
import dev.underpin.vm.Machine;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import tel.schich.javacan.RawCanChannel;
import tel.schich.javacan.platform.linux.epoll.EPollSelector;

/** The Linux kernel's ISO-TP as the other end of ours, over a virtual CAN interface of a virtual machine that is booted once. */
class IsoTpJudgedByTheKernelTest {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private static List<Row> rows = List.of();
    private static Wire wire = new Wire(List.of());
    private static KernelsFrames slcan = KernelsFrames.NONE;

    @BeforeAll
    static void have_the_talks(@TempDir Path results) throws Exception {
        OutsideJudge.require("qemu-system-x86_64", "qemu-system-x86");
        OutsideJudge.require("busybox", "busybox-static");
        OutsideJudge.require("candump", "can-utils");
        OutsideJudge.require("python3");
        Guest guest = new Guest(
                List.of(
                        "/bin/sh",
                        resource("kernel_talks.sh"),
                        results.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        classPath(),
                        resource("kernel_isotp.py"),
                        resource("../can/slcan/kernel_slcan.sh")),
                results,
                results,
                LIMIT);
        Path told = results.resolve("told");
        Ending ending = run(guest, Redirect.to(told.toFile()), Redirect.appendTo(told.toFile()));

        assertThat(ending).as(Files.readString(told)).isEqualTo(new Ending.Ended(0));
        rows = Files.readAllLines(results.resolve("rows.csv")).stream()
                .map(Row::of)
                .toList();
        wire = Wire.read(results.resolve("vcan0.log"));
        slcan = KernelsFrames.read(results);
    }

    private static Ending run(Guest guest, Redirect out, Redirect errors) throws IOException, InterruptedException {
        try {
            return new Machine(Machine.userCache(), progress -> {}).run(guest, out, errors);
        } catch (UserMistake unprepared) {
            return OutsideJudge.absent(String.valueOf(unprepared.getMessage()));
        }
    }

    @TestFactory
    Stream<DynamicTest> each_message_arrives_as_it_was_sent() {
        return Talks.all().stream()
                .map(talk -> dynamicTest(talk.name(), () -> {
                    List<Row> here = rows.stream()
                            .filter(row -> row.talk().equals(talk.name()))
                            .toList();

                    assertThat(here)
                            .filteredOn(row -> !row.result().equals(Row.OK))
                            .isEmpty();
                    assertThat(here)
                            .filteredOn(Row::toKernel)
                            .extracting(Row::length)
                            .isEqualTo(talk.lengths());
                    assertThat(here)
                            .filteredOn(row -> !row.toKernel())
                            .extracting(Row::length)
                            .isEqualTo(talk.lengths());
                }));
    }

    @TestFactory
    Stream<DynamicTest> both_ends_keep_to_block_size_and_separation_time() {
        return Talks.all().stream()
                .map(talk -> dynamicTest(
                        talk.name(), () -> assertThat(wire.offences(talk)).isEmpty()));
    }

    @Test
    void the_kernels_slcan_driver_sends_and_hears_every_sort_of_frame_through_emulated_adapters() {
        assertThat(slcan.heard()).as(slcan.told()).isEqualTo(KernelsFrames.SENT);
        assertThat(slcan.sent()).as(slcan.told()).containsExactlyInAnyOrderElementsOf(KernelsFrames.SENT);
    }

    @Test
    void the_kernels_isotp_gets_a_long_message_through_emulated_adapters() {
        assertThat(slcan.message()).as(slcan.told()).isEqualTo(KernelsFrames.MESSAGE);
    }

    private static String resource(String name) throws URISyntaxException {
        return Path.of(IsoTpJudgedByTheKernelTest.class
                        .getResource("/dev/underpin/isotp/" + name)
                        .toURI())
                .toString();
    }

    /** What the program in the machine needs: few files, as each takes its time to be read there. */
    private static String classPath() throws IOException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(
                KernelTalks.class, IsoTpEndpoint.class, RawCanChannel.class, EPollSelector.class, Logger.class)) {
            places.add(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        }
        for (String library : List.of("native/libjavacan-core.so", "native/libjavacan-epoll.so")) {
            URL place = IsoTpJudgedByTheKernelTest.class.getClassLoader().getResource(library);
            places.add(
                    ((JarURLConnection) place.openConnection()).getJarFileURL().getPath());
        }
        return String.join(File.pathSeparator, places);
    }
}
