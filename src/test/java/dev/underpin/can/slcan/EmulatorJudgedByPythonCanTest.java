package dev.underpin.can.slcan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.serial.emulated.PtyLine;
import dev.underpin.time.Entropy;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The adapter's emulator on a pseudo-terminal as python-can's slcan driver finds it. A node on its bus sends each frame back. */
class EmulatorJudgedByPythonCanTest {
    private static final BusTiming TIMING = BusTiming.classic(500_000);
    private static final int BAUD = 2_000_000;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final PacedRun run = new PacedRun(scheduler, 1, lost -> {});
    private final CanBus bus = new VirtualBus(scheduler, "far", TIMING, new Entropy(1));
    private final List<String> heard = new ArrayList<>();

    @Test
    void python_can_sends_and_hears_frames_of_every_classical_sort() throws Exception {
        OutsideJudge pythonCan = judge();
        CanPort node = bus.attach("node");
        node.listen(frame -> {
            heard.add(told(frame));
            node.send(frame.kept());
        });
        PtyLine terminal = new PtyLine(scheduler);
        AdapterEmulator emulator =
                new AdapterEmulator(scheduler, new PacedLine(scheduler, terminal, BAUD, 0), bus, "adapter", TIMING);
        Thread vehicle = Thread.ofPlatform().start(run::run);

        List<String> said = pythonCan.lines(terminal.name());
        run.stop();
        vehicle.join();
        emulator.close();

        assertThat(heard).hasSize(21).contains("7FD standard data 5 0d070a00ff", "1ABCDEF0 extended remote 8 ");
        assertThat(said).first().asString().matches("version \\d+ \\d+");
        assertThat(said.stream().skip(1)).containsExactlyElementsOf(heard);
    }

    private static String told(CanFrame frame) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < frame.length() && !frame.remote(); i++) {
            data.append("%02x".formatted(frame.at(i)));
        }
        return "%X %s %s %d %s"
                .formatted(
                        frame.id(),
                        frame.extended() ? "extended" : "standard",
                        frame.remote() ? "remote" : "data",
                        frame.dlc(),
                        data);
    }

    private static OutsideJudge judge() throws URISyntaxException {
        Path script = Path.of(EmulatorJudgedByPythonCanTest.class
                .getResource("python_can_slcan.py")
                .toURI());
        return OutsideJudge.python(script, "can, serial", "python3-can, python3-serial");
    }
}
