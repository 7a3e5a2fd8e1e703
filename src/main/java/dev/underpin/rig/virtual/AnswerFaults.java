package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.gate.Choice;
import dev.underpin.can.gate.Content;
import dev.underpin.can.gate.Intervention;
import dev.underpin.can.gate.Way;
import dev.underpin.fault.UdsFault;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.fault.FalseAnswer;
import dev.underpin.uds.fault.Impostor;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Answers in the name of control units, by a node more on their bus, and takes answers away at the gates. */
final class AnswerFaults {
    private static final int FIRST_CODE = 0xC10087;

    private final Scheduler scheduler;
    private final Map<String, ? extends CanBus> buses;
    private final EcuTable table;
    private final BusFaults gates;
    private final Entropy entropy;
    private int impostors;
    private int intruders;

    AnswerFaults(
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

    Runnable begin(UdsFault fault) {
        return switch (fault) {
            case UdsFault.FalseAnswer it -> instead(it.ecu(), FalseAnswer.of(it.request(), it.answer()));
            case UdsFault.EndlessPending it -> pending(it);
            case UdsFault.SecondResponder it -> {
                CanAddress address = address(it.ecu());
                yield impostor(address, address.response(), FalseAnswer.of(it.request(), it.answer()))::stop;
            }
            case UdsFault.ForeignIdentifier it ->
                instead(it.ecu(), FalseAnswer.of(it.request(), it.answer()), HexFormat.fromHexDigits(it.identifier()));
            case UdsFault.LateAnswers it -> late(it.ecu(), it.millis() * Nanos.MILLISECOND);
            case UdsFault.CodeFlood it -> codeFlood(it);
            case UdsFault.RouteBlocked it -> {
                FrameFilter requests = FrameFilter.id(address(it.ecu()).request());
                yield gates.onTheWay(true, it.ecu(), way -> List.of(new Intervention.Drop(Choice.each(way, requests))));
            }
            case UdsFault.AnswerLost it -> answerLost(it);
            case UdsFault.Intruder it -> intruder(it);
            case UdsFault.KeysGuessed it -> {
                CanAddress address = address(it.ecu());
                CanPort port = bus(address).attach("intruder " + intruders++);
                new KeyGuesser(scheduler, port, address, entropy.fork("keys " + intruders)).guess(it.tries());
                yield () -> port.power(false);
            }
        };
    }

    private Runnable pending(UdsFault.EndlessPending fault) {
        FalseAnswer once = FalseAnswer.of(fault.request(), "7FSS78");
        return instead(fault.ecu(), fault.millis() == 0 ? once : once.every(fault.millis() * Nanos.MILLISECOND));
    }

    private Runnable late(String ecu, long by) {
        FrameFilter answers = FrameFilter.id(address(ecu).response());
        return gates.intervene(ecu, List.of(new Intervention.Delay(Choice.each(Way.TO_BUS, answers), by, by)));
    }

    private Runnable codeFlood(UdsFault.CodeFlood fault) {
        StringBuilder answer = new StringBuilder("5902FF");
        for (int i = 0; i < fault.codes(); i++) {
            answer.append("%06X08".formatted((FIRST_CODE + (i << 8)) & 0xFFFFFF));
        }
        return instead(fault.ecu(), FalseAnswer.of("1902", answer.toString()));
    }

    private Runnable answerLost(UdsFault.AnswerLost fault) {
        Content answer = Content.of(0, 0xF0, 0).and(Content.of(1, 0xFF, HexFormat.fromHexDigits(fault.service())));
        FrameFilter answers = FrameFilter.id(address(fault.ecu()).response());
        return gates.intervene(
                fault.ecu(),
                List.of(new Intervention.Drop(
                        Choice.only(1, Way.TO_BUS, answers).with(answer))));
    }

    private Runnable intruder(UdsFault.Intruder fault) {
        CanAddress address = address(fault.ecu());
        byte[] pdu = HexFormat.of().parseHex(fault.request());
        byte[] frame = new byte[pdu.length + 1];
        frame[0] = (byte) pdu.length;
        System.arraycopy(pdu, 0, frame, 1, pdu.length);
        CanPort port = bus(address).attach("intruder " + intruders++);
        port.send(CanFrame.classic(address.request(), frame));
        return () -> port.power(false);
    }

    private Runnable instead(String ecu, FalseAnswer what) {
        return instead(ecu, what, address(ecu).response());
    }

    private Runnable instead(String ecu, FalseAnswer what, int response) {
        CanAddress address = address(ecu);
        Runnable hearing = gates.intervene(ecu, Impostor.deafness(address.request(), what));
        Impostor impostor = impostor(address, response, what);
        return () -> {
            hearing.run();
            impostor.stop();
        };
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
}
