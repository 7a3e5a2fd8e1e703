package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.FrameField;
import dev.underpin.can.database.Database;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.Disturbance;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.Noise;
import dev.underpin.can.disturb.View;
import dev.underpin.can.gate.Babbling;
import dev.underpin.can.gate.BabblingIdiot;
import dev.underpin.can.gate.Choice;
import dev.underpin.can.gate.Gate;
import dev.underpin.can.gate.Intervention;
import dev.underpin.can.gate.Way;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.fault.BitFault;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.OutOfReach;
import dev.underpin.rig.Reach;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Disturbs the buses: their bits, their frames, their load. Each {@code begin} gives what takes the disturbance away. */
final class BusFaults {
    private static final int CRC_BIT = 3;
    private static final String GATEWAY = "GW";
    private static final FrameFilter ANY_BASE = new FrameFilter(0, 0, false);
    private static final FrameFilter ANY_EXTENDED = new FrameFilter(0, 0, true);
    private static final double DUPLICATED = 0.1;
    private static final byte[] BABBLE = {0, 0, 0, 0, 0, 0, 0, 0};

    private final Scheduler scheduler;
    private final Map<String, CanBus> buses;
    private final EcuTable table;
    private final Database signals;
    private final Entropy entropy;
    private final Set<String> real;
    private final Map<String, List<Gate>> gates = new LinkedHashMap<>();

    /** @param real control units that are not simulated: a port of theirs is nobody's */
    BusFaults(
            Scheduler scheduler,
            Map<String, CanBus> buses,
            EcuTable table,
            Database signals,
            Entropy entropy,
            Set<String> real) {
        this.scheduler = scheduler;
        this.buses = buses;
        this.table = table;
        this.signals = signals;
        this.entropy = entropy;
        this.real = real;
    }

    /** A man in the middle stands between a real control unit and its bus. */
    void behind(String ecu, Gate man) {
        gates.computeIfAbsent(ecu, any -> new ArrayList<>()).add(man);
    }

    /** Puts a gateway between a control unit and its bus, if it is simulated. */
    CanPort gated(String ecu, CanPort port) {
        if (real.contains(ecu)) {
            return port;
        }
        List<Gate> own = gates.computeIfAbsent(ecu, any -> new ArrayList<>());
        Gate gate = new Gate(scheduler, entropy.fork("gate %s %d".formatted(ecu, own.size())), port);
        own.add(gate);
        return gate;
    }

    /** Puts a fault in and gives what takes it away. */
    Runnable begin(BitFault fault) {
        return switch (fault) {
            case BitFault.BusOff it -> busOff(it.ecu());
            case BitFault.BusNoise it ->
                disturb(bus(it.bus()), new Noise(1.0 / it.oneIn(), scheduler.now(), Long.MAX_VALUE, View.all()));
        };
    }

    /** Puts a fault in and gives what takes it away. */
    Runnable begin(BusFault fault) {
        return switch (fault) {
            case BusFault.BabblingIdiot it -> babble(it.bus());
            case BusFault.DuplicatedFrame it -> duplicate(it.ecu());
            case BusFault.FrameLost it -> one(it.ecu(), it.way(), it.occurrence(), Intervention.Drop::new);
            case BusFault.FrameLate it ->
                one(
                        it.ecu(),
                        it.way(),
                        it.occurrence(),
                        choice -> new Intervention.Delay(choice, millis(it), millis(it)));
            case BusFault.WireOpen it -> open(it.ecu());
        };
    }

    /** Opens the wire between a control unit and its buses, until the returned runnable runs. */
    Runnable open(String ecu) {
        if (!gates.containsKey(ecu) && !real.contains(ecu)) {
            throw new IllegalArgumentException("%s is on no bus, only %s".formatted(ecu, gates.keySet()));
        }
        requireAlone(ecu);
        return intervene(
                ecu,
                Stream.of(Way.values())
                        .flatMap(way -> Stream.of(ANY_BASE, ANY_EXTENDED)
                                .<Intervention>map(frames -> new Intervention.Drop(Choice.each(way, frames))))
                        .toList());
    }

    private Runnable one(String ecu, Fault.Way way, int occurrence, Function<Choice, Intervention> what) {
        CanAddress address =
                table.ecu(ecu).can().orElseThrow(() -> new IllegalArgumentException(ecu + " is on no bus"));
        boolean requests = way == Fault.Way.REQUESTS;
        FrameFilter frames = FrameFilter.id(requests ? address.request() : address.response());
        return onTheWay(requests, ecu, passing -> List.of(what.apply(Choice.only(occurrence, passing, frames))));
    }

    /** Interventions at what the gateway sends to a control unit, or the other way round: where the frames go in or, failing that, come out. */
    Runnable onTheWay(boolean gatewaySends, String ecu, Function<Way, List<Intervention>> what) {
        if (!gatewaySends) {
            return intervene(ecu, what.apply(Way.TO_BUS));
        }
        return gates.containsKey(GATEWAY)
                ? intervene(GATEWAY, what.apply(Way.TO_BUS))
                : intervene(ecu, what.apply(Way.TO_NODE));
    }

    private static long millis(BusFault.FrameLate fault) {
        return fault.millis() * Nanos.MILLISECOND;
    }

    private Runnable busOff(String ecu) {
        List<Disturbance> flips = sentBy(ecu)
                .mapToObj(id -> (Disturbance)
                        new FlipBit(FrameFilter.id(id), 0, BitPlace.of(FrameField.CRC, CRC_BIT), View.of(ecu)))
                .toList();
        List<Runnable> heal = new ArrayList<>();
        buses.values().forEach(bus -> flips.forEach(flip -> heal.add(disturb(bus, flip))));
        return () -> heal.forEach(Runnable::run);
    }

    private Runnable babble(String bus) {
        Babbling node = new Babbling(scheduler, bus(bus), new BabblingIdiot(CanFrame.classic(0, BABBLE), 0));
        node.start();
        return node::stop;
    }

    private Runnable duplicate(String ecu) {
        FrameFilter responses =
                FrameFilter.id(table.ecu(ecu).can().orElseThrow().response());
        Intervention twice = new Intervention.Duplicate(Choice.some(DUPLICATED, Way.TO_BUS, responses), 1);
        return intervene(ecu, List.of(twice));
    }

    /** Interventions at each gate between a control unit and its buses. */
    Runnable intervene(String ecu, List<Intervention> interventions) {
        if (real.contains(ecu) && !gates.containsKey(ecu)) {
            throw new OutOfReach(Reach.needsMan(
                    ecu, table.ecu(ecu).can().map(CanAddress::bus).orElse("")));
        }
        List<Runnable> heal = new ArrayList<>();
        for (Gate gate : gates.getOrDefault(ecu, List.of())) {
            for (Intervention what : interventions) {
                Gate.Active active = gate.add(what);
                heal.add(() -> gate.remove(active));
            }
        }
        return () -> heal.forEach(Runnable::run);
    }

    /** Behind one man in the middle the wire of one of several units cannot be told from the others'. */
    private void requireAlone(String ecu) {
        List<Gate> own = gates.getOrDefault(ecu, List.of());
        gates.forEach((other, theirs) -> {
            if (!other.equals(ecu) && theirs.stream().anyMatch(own::contains)) {
                throw new OutOfReach(Reach.needsAlone(ecu, other));
            }
        });
    }

    private static Runnable disturb(CanBus medium, Disturbance what) {
        if (!(medium instanceof VirtualBus bus)) {
            throw new IllegalArgumentException("the bits of bus %s are real".formatted(medium.name()));
        }
        Disturbances.Active active = bus.disturb(what);
        return () -> bus.heal(active);
    }

    private IntStream sentBy(String ecu) {
        IntStream cyclic = signals.messages().stream()
                .filter(message -> message.sender().equals(ecu))
                .mapToInt(message -> message.id());
        return IntStream.concat(cyclic, table.ecu(ecu).can().stream().mapToInt(address -> address.response()));
    }

    private CanBus bus(String name) {
        CanBus bus = buses.get(name);
        if (bus == null) {
            throw new IllegalArgumentException("no bus %s, only %s".formatted(name, buses.keySet()));
        }
        return bus;
    }
}
