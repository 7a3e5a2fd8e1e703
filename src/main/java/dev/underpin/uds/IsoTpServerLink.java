package dev.underpin.uds;

import dev.underpin.isotp.IsoTpEndpoint;

/** An ECU's way to its testers over ISO-TP. */
public final class IsoTpServerLink implements ServerLink {
    private final IsoTpEndpoint endpoint;

    public IsoTpServerLink(IsoTpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void send(byte[] response, Runnable done) {
        endpoint.send(response, result -> done.run());
    }

    @Override
    public void listen(Listener listener) {
        endpoint.listen(listener::request);
    }
}
