package dev.underpin.rig.bench;

import dev.underpin.can.CanBus;
import dev.underpin.can.gate.Gate;
import dev.underpin.can.gate.MiddleMan;
import dev.underpin.can.socketcan.CanSockets;
import dev.underpin.can.socketcan.SocketCanBus;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.MiddlePlace;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.rig.virtual.Media;
import dev.underpin.time.Await;
import dev.underpin.time.Entropy;
import dev.underpin.time.Lateness;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedAwait;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Buses and time by the clock on the wall: what real control units live by. */
final class WallMedia implements Media {
    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;
    private static final String MIDDLE_MAN = "man in the middle";

    private final Map<String, CanBus> buses = new LinkedHashMap<>();
    private final List<SocketCanBus> stamped = new ArrayList<>();
    private final Map<String, MiddleMan> men = new LinkedHashMap<>();
    private final Map<String, List<Gate>> gates = new LinkedHashMap<>();
    private final List<SlcanAdapters> adapters = new ArrayList<>();
    private final CanSockets sockets;
    private final PacedRun run;
    private final Await await;
    private final Pen pen;
    private double given;

    private WallMedia(RigFile file, VirtualScheduler scheduler, CanSockets sockets, Pen pen) {
        this.sockets = sockets;
        this.pen = pen;
        this.run = new PacedRun(scheduler, file.speed(), seconds -> given = seconds);
        run.waitBy(sockets);
        this.await = new GuardedAwait(new PacedAwait(scheduler, run));
    }

    static WallMedia open(RigFile file, VirtualScheduler scheduler, Entropy entropy, Pen pen) {
        try {
            CanSockets sockets = CanSockets.open(scheduler);
            WallMedia media = new WallMedia(file, scheduler, sockets, pen);
            try {
                for (Map.Entry<String, RigFile.Bus> bus : file.buses().entrySet()) {
                    media.buses.put(bus.getKey(), media.bus(file, bus.getKey(), scheduler, entropy));
                }
                return media;
            } catch (IOException | RuntimeException unusable) {
                media.close();
                throw unusable;
            }
        } catch (UserMistake unusable) {
            throw RigErrors.of(unusable);
        } catch (IOException broken) {
            throw RigErrors.of(broken);
        }
    }

    private CanBus bus(RigFile file, String name, VirtualScheduler scheduler, Entropy entropy) throws IOException {
        RigFile.Bus bus = file.bus(name);
        CanBus medium = medium(file, bus, name, scheduler, entropy);
        MiddlePlace place = bus.middle();
        if (place != null) {
            CanBus behind = medium(file, bus.behind(place), name, scheduler, entropy);
            MiddleMan man = new MiddleMan(
                    scheduler,
                    entropy.fork("man in the middle of " + name),
                    behind.attach(MIDDLE_MAN),
                    medium.attach(MIDDLE_MAN));
            men.put(name, man);
            place.units()
                    .forEach(unit -> gates.computeIfAbsent(unit, any -> new ArrayList<>())
                            .add(man.gate()));
        }
        return file.realEcus().isEmpty() ? medium : new SharedBus(medium, file.realEcus());
    }

    private CanBus medium(RigFile file, RigFile.Bus bus, String name, VirtualScheduler scheduler, Entropy entropy)
            throws IOException {
        if (bus.slcan()) {
            SlcanAdapters opened = SlcanAdapters.open(bus, name, scheduler, run::post, await);
            adapters.add(opened);
            MediumNotes notes = new MediumNotes(pen, name);
            opened.near().tellLosses(what -> notes.lost(bus.requiredPort(), what));
            return opened.near();
        }
        if (bus.real()) {
            SocketCanBus joined = SocketCanBus.join(
                    sockets,
                    scheduler,
                    name,
                    bus.interfaces().getFirst(),
                    bus.testerInterface(),
                    node -> Sides.isTesters(file, node),
                    new MediumNotes(pen, name));
            stamped.add(joined);
            return joined;
        }
        return new VirtualBus(scheduler, name, bus.timing(), entropy);
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
    public Map<String, List<Gate>> gates() {
        return gates;
    }

    @Override
    public Executor inbox() {
        return run::post;
    }

    @Override
    public void sumUp() {
        for (SocketCanBus bus : stamped) {
            pen.write(
                    Kind.MEDIUM,
                    bus.name(),
                    with(
                            Fields.of("bus", bus.name())
                                    .and("event", "latency")
                                    .and("frames", bus.latency().size()),
                            bus.latency()));
        }
        men.forEach(this::tell);
        Lateness late = run.lateness();
        pen.write(
                Kind.MEDIUM,
                "time",
                with(Fields.of("event", "jitter").and("alarms", late.size()), late)
                        .and("given-up", given));
    }

    private static Fields with(Fields fields, Lateness late) {
        return fields.and("median", Nanos.toSeconds(late.quantile(MEDIAN)))
                .and("p99", Nanos.toSeconds(late.quantile(P99)))
                .and("max", Nanos.toSeconds(late.most()));
    }

    private void tell(String bus, MiddleMan man) {
        MiddleMan.Passage passage = man.passage();
        pen.write(
                Kind.MEDIUM,
                bus,
                Fields.of("bus", bus)
                        .and("event", "passage")
                        .and("frames", passage.frames())
                        .and("mean", Nanos.toSeconds(passage.mean()))
                        .and("max", Nanos.toSeconds(passage.most())));
    }

    @Override
    public void close() {
        adapters.forEach(SlcanAdapters::close);
        RigErrors.close(sockets);
    }
}
