package dev.underpin.rig.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.BusTiming;
import dev.underpin.can.slcan.AdapterHub;
import dev.underpin.history.Digest;
import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world on serial ports of this machine, behind which adapters are played by another thread. */
class SerialPortBenchTest {
    private static final int BAUD = 12_000_000;

    @TempDir
    Path folder;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final PacedRun run = new PacedRun(scheduler, 1, lost -> {});
    private final AdapterHub drive = new AdapterHub(scheduler, new BusTiming(500_000, 2_000_000), BAUD);
    private final AdapterHub chassis = new AdapterHub(scheduler, BusTiming.classic(500_000), BAUD);
    private final List<String> ports = List.of(drive.plugIn(), drive.plugIn(), chassis.plugIn(), chassis.plugIn());
    private final Thread adapters = Thread.ofPlatform().unstarted(run::run);

    @BeforeEach
    void play() {
        adapters.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        run.stop();
        adapters.join();
        drive.close();
        chassis.close();
    }

    private VirtualRig rig() throws IOException {
        List<String> left = new ArrayList<>(ports);
        String text = Files.readString(Path.of("rigs", "bench-slcan.yaml"));
        while (text.contains("port: emulated")) {
            text = text.replaceFirst("port: emulated", "port: " + left.removeFirst());
        }
        for (String beside : List.of("ecus.yaml", "ev.dbc", "releases.yaml")) {
            Files.copy(Path.of("rigs", beside), folder.resolve(beside));
        }
        Path file = Files.writeString(folder.resolve("bench.yaml"), text);
        RigFile described = RigFile.read(file);
        return new VirtualRig(described, file, 1, Path.of("target", "images")).on(new BenchMedia());
    }

    private static VirtualRig simulated() {
        Path file = Path.of("rigs", "virtual.yaml");
        return new VirtualRig(RigFile.read(file), file, 1, Path.of("target", "images"));
    }

    private static List<String> played(VirtualRig rig) {
        try (Bench bench = rig.bench("a world")) {
            bench.driver().ignition(true);
            bench.await().pass(Nanos.SECOND / 2);
            return bench.history().buses().stream()
                    .map(log -> "%s: %d frames, %s".formatted(log.bus(), log.size(), Digest.of(bench.history())))
                    .toList();
        }
    }

    @Test
    void the_buses_of_a_world_on_serial_ports_carry_what_simulated_ones_carry() throws IOException {
        List<String> here = played(rig());

        assertThat(here).hasSize(2).isEqualTo(played(simulated()));
    }

    @Test
    void adapters_that_are_unplugged_are_the_rigs_failure() throws IOException {
        try (Bench bench = rig().bench("a world")) {
            bench.driver().ignition(true);
            bench.await().pass(Nanos.SECOND / 10);
            run.post(drive::close);

            assertThatThrownBy(() -> bench.await().pass(Nanos.MINUTE))
                    .isInstanceOf(RigError.class)
                    .hasMessageContaining("of bus drive")
                    .hasMessageContaining("unplugged");
        }
    }
}
