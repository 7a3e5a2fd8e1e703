package dev.underpin.uds;

import dev.underpin.isotp.IsoTpEndpoint;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * An ECU's way to its testers over ISO-TP (ISO 14229-3:2012). Behind several endpoints, one for each frame format, it answers through the one through which
 * the request came: a tester without CAN FD is not answered with frames that it cannot read. A request that comes while another one is served does not move
 * the answer of that one.
 */
public final class IsoTpServerLink implements ServerLink {
    private final List<IsoTpEndpoint> endpoints;
    private BiConsumer<byte[], Runnable> periodic = this::sendUnasked;
    private IsoTpEndpoint asked;
    private boolean taken;

    public IsoTpServerLink(IsoTpEndpoint first, IsoTpEndpoint... others) {
        this.endpoints = Stream.concat(Stream.of(first), Stream.of(others)).toList();
        this.asked = first;
    }

    @Override
    public void send(byte[] response, Runnable done) {
        asked.send(response, result -> done.run());
    }

    /** Sends periodic messages on a way of their own (ISO 14229-3:2022, message type 1): unacknowledged, without protocol information. */
    public IsoTpServerLink periodic(BiConsumer<byte[], Runnable> way) {
        periodic = way;
        return this;
    }

    @Override
    public void sendPeriodic(byte[] message, Runnable done) {
        periodic.accept(message, done);
    }

    @Override
    public void serving() {
        taken = true;
    }

    @Override
    public void listen(Listener listener) {
        for (IsoTpEndpoint endpoint : endpoints) {
            endpoint.listen((message, functional) -> {
                IsoTpEndpoint before = asked;
                asked = endpoint;
                taken = false;
                listener.request(message, functional);
                if (!taken) {
                    asked = before;
                }
            });
        }
    }
}
