package dev.underpin.rig.bench;

import dev.underpin.can.CanBus;
import dev.underpin.can.socketcan.KernelCarrier;
import dev.underpin.can.virtual.Carrier;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.rig.virtual.Media;
import dev.underpin.time.Await;
import dev.underpin.time.Entropy;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buses whose time is virtual and whose frames travel through the kernel or through adapters: time stands still while a frame is on its way, so that time
 * limits are what they are on the virtual rig and nights pass in seconds. A frame ends at its start plus its length on the wire.
 */
final class SteppedMedia implements Media {
    private final Map<String, CanBus> buses = new LinkedHashMap<>();
    private final List<Closeable> carriers = new ArrayList<>();
    private final Await await;

    private SteppedMedia(VirtualScheduler scheduler) {
        this.await = new GuardedAwait(new VirtualAwait(scheduler));
    }

    static SteppedMedia open(RigFile file, VirtualScheduler scheduler, Entropy entropy, Pen pen) {
        SteppedMedia media = new SteppedMedia(scheduler);
        try {
            for (Map.Entry<String, RigFile.Bus> bus : file.buses().entrySet()) {
                Carrier carrier = bus.getValue().real() ? media.carrier(file, bus.getKey(), pen) : Carrier.NONE;
                media.buses.put(
                        bus.getKey(),
                        new VirtualBus(scheduler, bus.getKey(), bus.getValue().timing(), entropy, carrier));
            }
            return media;
        } catch (RuntimeException unusable) {
            media.close();
            throw unusable;
        }
    }

    private Carrier carrier(RigFile file, String name, Pen pen) {
        RigFile.Bus bus = file.bus(name);
        if (bus.slcan()) {
            SteppedAdapters adapters = SteppedAdapters.open(
                    bus, name, node -> Sides.isTesters(file, node), new MediumNotes(pen, name).adapters());
            carriers.add(adapters);
            return new CarriedBus(adapters.carrier());
        }
        try {
            KernelCarrier carrier = KernelCarrier.open(
                    bus.interfaces().getFirst(),
                    bus.testerInterface(),
                    node -> Sides.isTesters(file, node),
                    new MediumNotes(pen, name));
            carriers.add(carrier);
            return new CarriedBus(carrier);
        } catch (UserMistake unusable) {
            throw RigErrors.of(unusable);
        } catch (IOException broken) {
            throw RigErrors.of(broken);
        }
    }

    @Override
    public Map<String, CanBus> buses() {
        return buses;
    }

    @Override
    public Await await() {
        return await;
    }

    @Override
    public void close() {
        carriers.forEach(RigErrors::close);
    }
}
