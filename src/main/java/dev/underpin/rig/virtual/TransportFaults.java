package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.gate.Choice;
import dev.underpin.can.gate.Content;
import dev.underpin.can.gate.Intervention;
import dev.underpin.can.gate.Way;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.fault.FrameKind;
import dev.underpin.isotp.fault.Frames;
import dev.underpin.isotp.fault.GateFault;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.fault.FalseAnswer;
import dev.underpin.uds.fault.Impostor;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Disturbs diagnostic conversations between the gateway and a control unit: their transport at the gates between both and the bus, their
 * answers by a node more on it. Each method takes the words of a fault's target and gives what takes the fault away.
 */
final class TransportFaults {
    private static final String GATEWAY = "GW";
    private static final long LATE_FRAME = 3 * Nanos.SECOND;
    private static final int LONGEST_STMIN = 0x7F;
    private static final int FIRST_CODE = 0xC10087;

    private final Scheduler scheduler;
    private final Map<String, ? extends CanBus> buses;
    private final EcuTable table;
    private final BusFaults gates;
    private final Entropy entropy;
    private int impostors;
    private int intruders;

    TransportFaults(
            Scheduler scheduler,
            Map<String, ? extends CanBus> buses,
            EcuTable table,
            BusFaults gates,
            Entropy entropy) {
        this.scheduler = scheduler;
        this.buses = buses;
        this.table = table;
        this.gates = gates;
        this.entropy = entropy;
    }

    /** @param target control unit, how the requests begin, the answer */
    Runnable falseAnswer(String target) {
        String[] words = words(target, 3);
        return instead(words[0], FalseAnswer.of(words[1], words[2]));
    }

    /** @param target control unit, how the requests begin, milliseconds or {@code once} */
    Runnable pending(String target) {
        String[] words = words(target, 3);
        FalseAnswer once = FalseAnswer.of(words[1], "7FSS78");
        return instead(
                words[0], words[2].equals("once") ? once : once.every(Long.parseLong(words[2]) * Nanos.MILLISECOND));
    }

    /** @param target control unit, the request, the answer of the other one */
    Runnable secondResponder(String target) {
        String[] words = words(target, 3);
        CanAddress address = address(words[0]);
        return impostor(address, address.response(), FalseAnswer.of(words[1], words[2]))::stop;
    }

    /** @param target control unit, how the requests begin, the identifier, the answer */
    Runnable foreignIdentifier(String target) {
        String[] words = words(target, 4);
        return instead(words[0], FalseAnswer.of(words[1], words[3]), Integer.parseInt(words[2], 16));
    }

    /** @param target control unit, milliseconds */
    Runnable late(String target) {
        String[] words = words(target, 2);
        long by = Long.parseLong(words[1]) * Nanos.MILLISECOND;
        FrameFilter answers = FrameFilter.id(address(words[0]).response());
        return gates.intervene(words[0], List.of(new Intervention.Delay(Choice.each(Way.TO_BUS, answers), by, by)));
    }

    /** @param target control unit, how many codes */
    Runnable codeFlood(String target) {
        String[] words = words(target, 2);
        StringBuilder answer = new StringBuilder("5902FF");
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
            answer.append("%06X08".formatted(FIRST_CODE + (i << 8)));
        }
        return instead(words[0], FalseAnswer.of("1902", answer.toString()));
    }

    /** @param target control unit, requests or responses, what happens, once or always */
    Runnable transport(String target) {
        String[] words = words(target, 4);
        CanAddress address = address(words[0]);
        boolean requests = words[1].equals("requests");
        IsoTpAddress toUnit = IsoTpAddress.normal(address.request(), address.response());
        IsoTpAddress fromUnit = IsoTpAddress.normal(address.response(), address.request());
        boolean flow = List.of("no-flow-control", "overflow", "wait", "block-size-1", "stmin-127")
                .contains(words[2]);
        boolean gatewaySends = requests != flow;
        Frames frames = Frames.only(
                words[3].equals("always") ? 0 : 1,
                gatewaySends ? toUnit : fromUnit,
                flow ? FrameKind.FLOW_CONTROL : FrameKind.CONSECUTIVE_FRAME);
        return gates.intervene(
                gatewaySends ? GATEWAY : words[0], fault(words[2], frames).interventions());
    }

    /** @param ecu a control unit that the gateway no longer carries requests to */
    Runnable routeBlocked(String ecu) {
        FrameFilter requests = FrameFilter.id(address(ecu).request());
        return gates.intervene(GATEWAY, List.of(new Intervention.Drop(Choice.each(Way.TO_BUS, requests))));
    }

    /** @param target control unit, the service of the first answer that is lost, as it stands in the answer */
    Runnable answerLost(String target) {
        String[] words = words(target, 2);
        Content answer = Content.of(0, 0xF0, 0).and(Content.of(1, 0xFF, Integer.parseInt(words[1], 16)));
        FrameFilter answers = FrameFilter.id(address(words[0]).response());
        return gates.intervene(
                words[0],
                List.of(new Intervention.Drop(
                        Choice.only(1, Way.TO_BUS, answers).with(answer))));
    }

    /** @param target control unit, what another tester asks it once */
    Runnable intruder(String target) {
        String[] words = words(target, 2);
        CanAddress address = address(words[0]);
        byte[] pdu = HexFormat.of().parseHex(words[1]);
        byte[] frame = new byte[pdu.length + 1];
        frame[0] = (byte) pdu.length;
        System.arraycopy(pdu, 0, frame, 1, pdu.length);
        CanPort port = bus(address).attach("intruder " + intruders++);
        port.send(CanFrame.classic(address.request(), frame));
        return () -> port.power(false);
    }

    private static GateFault fault(String what, Frames frames) {
        Way way = Way.TO_BUS;
        return switch (what) {
            case "lost-frame", "no-flow-control" -> new GateFault.Lost(way, frames);
            case "late-frame" -> new GateFault.Late(way, frames, LATE_FRAME);
            case "doubled-frame" -> new GateFault.Doubled(way, frames);
            case "reordered-frames" -> new GateFault.Reordered(way, frames);
            case "wrong-number" -> new GateFault.WrongSequenceNumber(way, frames, 9);
            case "overflow" -> new GateFault.FlowStatus(way, frames, GateFault.FlowStatus.OVERFLOW);
            case "wait" -> new GateFault.WaitForEver(way, frames, Nanos.SECOND / 2);
            case "block-size-1" -> new GateFault.ChangedBlockSize(way, frames, 1);
            case "stmin-127" -> new GateFault.ChangedStMin(way, frames, LONGEST_STMIN);
            default -> throw new IllegalArgumentException("no fault of the transport is called " + what);
        };
    }

    private Runnable instead(String ecu, FalseAnswer what) {
        return instead(ecu, what, address(ecu).response());
    }

    private Runnable instead(String ecu, FalseAnswer what, int response) {
        CanAddress address = address(ecu);
        Runnable deaf = gates.intervene(ecu, Impostor.deafness(address.request(), what));
        return both(deaf, impostor(address, response, what)::stop);
    }

    private Impostor impostor(CanAddress address, int response, FalseAnswer what) {
        Entropy own = entropy.fork("impostor " + impostors++);
        return new Impostor(scheduler, own, bus(address), address.request(), response, address.txDl(), what);
    }

    private CanBus bus(CanAddress address) {
        CanBus bus = buses.get(address.bus());
        if (bus == null) {
            throw new IllegalArgumentException("no bus '%s', only %s".formatted(address.bus(), buses.keySet()));
        }
        return bus;
    }

    private CanAddress address(String ecu) {
        return table.ecu(ecu).can().orElseThrow(() -> new IllegalArgumentException(ecu + " is on no bus"));
    }

    private static Runnable both(Runnable one, Runnable other) {
        List<Runnable> all = new ArrayList<>(List.of(one, other));
        return () -> all.forEach(Runnable::run);
    }

    private static String[] words(String target, int count) {
        String[] words = target.split(" ");
        if (words.length != count) {
            throw new IllegalArgumentException("'%s': expected %d words, found %d: %s"
                    .formatted(target, count, words.length, Arrays.toString(words)));
        }
        return words;
    }
}
