package dev.underpin.can.slcan;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.serial.emulated.PtyLine;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.List;

/**
 * Emulated adapters on a wire of their own, each behind a pseudo-terminal that any program opens as a serial port: a bench without hardware.
 *
 * <p>Threading: the thread of a scheduler that follows the wall clock. Closing it unplugs all adapters.
 */
public final class AdapterHub implements AutoCloseable {
    private final Scheduler scheduler;
    private final BusTiming timing;
    private final int baud;
    private final CanBus wire;
    private final List<AdapterEmulator> adapters = new ArrayList<>();

    /**
     * A wire without adapters; something on it acknowledges.
     *
     * @param baud bits per second on the line of each adapter
     */
    public AdapterHub(Scheduler scheduler, BusTiming timing, int baud) {
        this.scheduler = scheduler;
        this.timing = timing;
        this.baud = baud;
        wire = new VirtualBus(scheduler, "wire", timing, new Entropy(0));
        wire.attach("others");
    }

    /**
     * Plugs in one more.
     *
     * @return the serial port to open, such as {@code /dev/pts/3}
     * @throws dev.underpin.mistake.UserMistake when this machine has no pseudo-terminals
     */
    public String plugIn() {
        PtyLine terminal = new PtyLine(scheduler);
        PacedLine line = new PacedLine(scheduler, terminal, baud, 0);
        adapters.add(new AdapterEmulator(scheduler, line, wire, "adapter %d".formatted(adapters.size() + 1), timing));
        return terminal.name();
    }

    /** The wire, to join it. */
    public CanBus wire() {
        return wire;
    }

    @Override
    public void close() {
        adapters.forEach(AdapterEmulator::close);
        adapters.clear();
    }
}
