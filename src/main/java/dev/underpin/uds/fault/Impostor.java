package dev.underpin.uds.fault;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.gate.Choice;
import dev.underpin.can.gate.Content;
import dev.underpin.can.gate.Gate;
import dev.underpin.can.gate.Intervention;
import dev.underpin.can.gate.Way;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.Arrays;
import java.util.List;

/**
 * A node that answers requests to a control unit in that unit's name (ISO 15765-2:2016, 9.8.3): one more node on its bus. It answers what
 * comes in a single frame, and obeys the flow control of the tester, but never sends one. Threading as {@link CanPort}.
 */
public final class Impostor {
    private static final int SINGLE_FRAME = 0;
    private static final int KINDS_BUT_FLOW_CONTROL = 3;
    private static final int PCI_KIND = 0xF0;
    private static final int CLASSIC = 8;
    private static final int CONTENT = 8;

    /** Of a single frame of CAN FD with more than 7 bytes: its length is the next byte (ISO 15765-2:2016, 9.6.2.1). */
    private static final int ESCAPE = 0;

    private final Scheduler scheduler;
    private final FalseAnswer what;
    private final int request;
    private final byte[] begin;
    private final CanPort ear;
    private final CanPort mouth;
    private final IsoTpEndpoint endpoint;
    private boolean over;

    /**
     * Attaches the node, which listens from now on.
     *
     * @param request identifier of the requests
     * @param response identifier under which it answers
     * @param txDl data bytes of the longest frame it sends: 8 on classical CAN, up to 64 on CAN FD
     */
    public Impostor(
            Scheduler scheduler, Entropy entropy, CanBus bus, int request, int response, int txDl, FalseAnswer what) {
        this.scheduler = scheduler;
        this.what = what;
        this.request = request;
        this.begin = what.begin();
        ear = bus.attach("impostor's ear");
        mouth = bus.attach("impostor");
        Gate gate = new Gate(scheduler, entropy, mouth);
        for (int kind = 0; kind < KINDS_BUT_FLOW_CONTROL; kind++) {
            gate.add(new Intervention.Drop(
                    Choice.each(Way.TO_NODE, FrameFilter.id(request)).with(Content.of(0, PCI_KIND, kind << 4))));
        }
        endpoint = new IsoTpEndpoint(
                scheduler,
                gate,
                IsoTpAddress.normal(response, request),
                txDl == CLASSIC ? IsoTpParameters.classic() : IsoTpParameters.fd(txDl));
        ear.listen(this::heard);
    }

    /** What keeps the control unit itself from hearing these requests, at a gate between it and its bus. */
    public static List<Intervention> deafness(int request, FalseAnswer what) {
        return List.of(
                deaf(request, what, Content.of(0, PCI_KIND, SINGLE_FRAME), 1),
                deaf(request, what, Content.of(0, 0xFF, ESCAPE), 2));
    }

    private static Intervention deaf(int request, FalseAnswer what, Content kind, int from) {
        Content meant = kind;
        byte[] begin = what.begin();
        for (int i = 0; i < begin.length && from + i < CONTENT; i++) {
            meant = meant.and(Content.of(from + i, 0xFF, begin[i]));
        }
        return new Intervention.Drop(
                Choice.each(Way.TO_NODE, FrameFilter.id(request)).with(meant));
    }

    /** Takes the node's supply. */
    public void stop() {
        over = true;
        ear.power(false);
        mouth.power(false);
    }

    private void heard(CanFrame frame) {
        if (frame.id() != request || frame.extended() || frame.length() < 2 || frame.at(0) >>> 4 != SINGLE_FRAME) {
            return;
        }
        int from = frame.at(0) == ESCAPE ? 2 : 1;
        byte[] pdu = new byte[Math.min(frame.at(from - 1) & (from == 2 ? 0xFF : 0xF), frame.length() - from)];
        for (int i = 0; i < pdu.length; i++) {
            pdu[i] = (byte) frame.at(i + from);
        }
        if (pdu.length > 0 && pdu.length >= begin.length && Arrays.equals(Arrays.copyOf(pdu, begin.length), begin)) {
            say(what.message(pdu[0] & 0xFF));
        }
    }

    private void say(byte[] message) {
        if (!over) {
            endpoint.send(message, result -> {});
            if (what.period() != FalseAnswer.ONCE) {
                scheduler.after(what.period(), () -> say(message));
            }
        }
    }
}
