package dev.underpin.can.slcan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.serial.DeviceError;
import dev.underpin.serial.SerialPortLine;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.serial.emulated.PtyLine;
import dev.underpin.time.Await;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedAwait;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter's emulator on a pseudo-terminal, which is opened as the serial port that it looks like. */
class SerialAdapterTest {
    private static final BusTiming TIMING = new BusTiming(500_000, 2_000_000);
    private static final int BAUD = 2_000_000;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final PacedRun run = new PacedRun(scheduler, 1, lost -> {});
    private final Await await = new PacedAwait(scheduler, run);
    private final CanBus far = new VirtualBus(scheduler, "far", TIMING, new Entropy(1));
    private final CanPort other = far.attach("other");
    private final PtyLine terminal = new PtyLine(scheduler);
    private final PacedLine line = new PacedLine(scheduler, terminal, BAUD, 0);
    private final AdapterEmulator emulator = new AdapterEmulator(scheduler, line, far, "adapter", TIMING);
    private final SlcanBus bus = new SlcanBus(
            scheduler, SerialPortLine.open(terminal.name(), BAUD, run::post), "drive", SlcanSettings.of(TIMING, BAUD));

    @AfterEach
    void unplug() {
        bus.close();
        emulator.close();
    }

    @Test
    void frames_pass_both_ways_through_a_serial_port_of_this_machine() {
        List<CanFrame> there = new ArrayList<>();
        List<CanFrame> here = new ArrayList<>();
        bus.open(await);
        CanPort node = bus.attach("node");
        node.listen(here::add);
        other.listen(frame -> {
            there.add(frame.kept());
            other.send(frame.kept().withId(frame.id() + 1, false));
        });

        for (int i = 0; i < 200; i++) {
            node.send(CanFrame.classic(0x100, (byte) i, (byte) 0x0D, (byte) 0x07, (byte) 0x11, (byte) 0x13));
            node.send(CanFrame.fd(0x200, false, true, new byte[64]));
        }
        await.untilTrue(
                "all frames",
                20 * Nanos.SECOND,
                () -> here.size() == 400,
                () -> here.size() + " frames, " + bus.health());

        assertThat(there).hasSize(400);
        assertThat(there.stream().filter(frame -> !frame.fd()).map(frame -> frame.at(0)))
                .isSorted();
        assertThat(bus.health().garbage()).isZero();
    }

    @Test
    void unplugged_in_mid_run_it_is_noticed_at_once_and_once() {
        bus.open(await);

        emulator.close();

        assertThatThrownBy(() -> await.pass(10 * Nanos.SECOND))
                .isInstanceOf(DeviceError.class)
                .hasMessageContaining("found that it was unplugged");
        assertThat(scheduler.now()).isLessThan(3 * Nanos.SECOND);
    }

    @Test
    void a_port_in_use_a_port_that_is_none_and_one_that_is_not_there_are_told_apart() {
        assertThatThrownBy(() -> SerialPortLine.open("/dev/ttyNOTHING", BAUD, run::post))
                .hasMessageContaining("port /dev/ttyNOTHING: opening: expected a serial port, found none")
                .hasMessageContaining("ls -l /dev/serial/by-id");
        assertThatThrownBy(() -> SerialPortLine.open(terminal.name(), BAUD, run::post))
                .hasMessageContaining("that it does not open")
                .hasMessageContaining("fuser -v " + terminal.name());
        assertThatThrownBy(() -> SerialPortLine.open("/dev/null", BAUD, run::post))
                .isInstanceOf(DeviceError.class);
    }
}
