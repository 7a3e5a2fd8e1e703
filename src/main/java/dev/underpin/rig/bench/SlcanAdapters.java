package dev.underpin.rig.bench;

import dev.underpin.can.CanBus;
import dev.underpin.can.slcan.AdapterEmulator;
import dev.underpin.can.slcan.SlcanBus;
import dev.underpin.can.slcan.SlcanSettings;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import dev.underpin.serial.ByteLine;
import dev.underpin.serial.DeviceError;
import dev.underpin.serial.SerialPortLine;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.time.Await;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The adapters of one bus as its rig file names them: serial ports of this machine, or {@code emulated}, an adapter that is played in this
 * process, on a wire that all emulated ones of the bus share.
 */
final class SlcanAdapters implements AutoCloseable {
    /** Without another node on the wire no frame of an adapter would ever end. */
    private static final String ACKNOWLEDGES = "others";

    private final SlcanBus near;
    private final @Nullable SlcanBus far;

    private SlcanAdapters(SlcanBus near, @Nullable SlcanBus far) {
        this.near = near;
        this.far = far;
    }

    /**
     * Opens them.
     *
     * @param run where serial ports hand in what they hear
     * @throws RigError when one cannot be used; it says what to look at
     */
    static SlcanAdapters open(RigFile.Bus bus, String name, Scheduler scheduler, Executor run, Await await) {
        CanBus wire = new VirtualBus(scheduler, name, bus.timing(), new Entropy(0));
        wire.attach(ACKNOWLEDGES);
        try {
            SlcanBus near = open(bus, bus.requiredPort(), name, wire, scheduler, run, await);
            String other = bus.testerPort();
            try {
                return new SlcanAdapters(
                        near, other == null ? null : open(bus, other, name, wire, scheduler, run, await));
            } catch (DeviceError wrong) {
                near.close();
                throw wrong;
            }
        } catch (DeviceError wrong) {
            throw RigErrors.of(wrong);
        }
    }

    private static SlcanBus open(
            RigFile.Bus bus, String port, String name, CanBus wire, Scheduler scheduler, Executor run, Await await) {
        SlcanSettings settings = SlcanSettings.of(bus.timing(), bus.baudOfPort());
        ByteLine line = port.equals(RigFile.Bus.EMULATED)
                ? emulated(bus, wire, scheduler)
                : SerialPortLine.open(port, bus.baudOfPort(), run);
        SlcanBus adapter = new SlcanBus(scheduler, line, name, settings);
        try {
            adapter.open(await);
            return adapter;
        } catch (DeviceError wrong) {
            adapter.close();
            throw wrong;
        }
    }

    private static ByteLine emulated(RigFile.Bus bus, CanBus wire, Scheduler scheduler) {
        LinePair pair = new LinePair(scheduler, RigFile.Bus.EMULATED);
        PacedLine line = new PacedLine(scheduler, pair.device(), bus.baudOfPort(), 0);
        new AdapterEmulator(scheduler, line, wire, "adapter", bus.timing());
        return pair.host();
    }

    SlcanBus near() {
        return near;
    }

    @Nullable
    SlcanBus far() {
        return far;
    }

    @Override
    public void close() {
        near.close();
        if (far != null) {
            far.close();
        }
    }
}
