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

/**
 * A node that answers requests to a control unit in that unit's name (ISO 15765-2:2016, 9.8.3): one more node on its bus. It answers what
 * comes in a single frame, and obeys the flow control of the tester, but never sends one. Threading as {@link CanPort}.
 */
public final class Impostor {
    private static final int SINGLE_FRAME = 0;
    private static final int KINDS_BUT_FLOW_CONTROL = 3;
    private static final int PCI_KIND = 0xF0;

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
     */
    public Impostor(Scheduler scheduler, Entropy entropy, CanBus bus, int request, int response, FalseAnswer what) {
        this.scheduler = scheduler;
        this.what = what;
        this.request = request;
        this.begin = what.begin();
        ear = bus.attach("impostor's ear");
        mouth = bus.attach("impostor");
        Gate gate = new Gate(scheduler, entropy, mouth);
        for (int kind = 0; kind < KINDS_BUT_FLOW_CONTROL; kind++) {
            gate.add(new Intervention.Drop(Choice.each(Way.TO_NODE, FrameFilter.id(request))
                    .with(Content.of(0, PCI_KIND, kind << 4))));
        }
        endpoint = new IsoTpEndpoint(
                scheduler, gate, IsoTpAddress.normal(response, request), IsoTpParameters.classic());
        ear.listen(this::heard);
    }

    /** What keeps the control unit itself from hearing these requests, at a gate between it and its bus. */
    public static Intervention deafness(int request, FalseAnswer what) {
        Content meant = Content.of(0, PCI_KIND, SINGLE_FRAME);
        byte[] begin = what.begin();
        for (int i = 0; i < begin.length; i++) {
            meant = meant.and(Content.of(i + 1, 0xFF, begin[i]));
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
        byte[] pdu = new byte[Math.min(frame.at(0) & 0xF, frame.length() - 1)];
        for (int i = 0; i < pdu.length; i++) {
            pdu[i] = (byte) frame.at(i + 1);
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
