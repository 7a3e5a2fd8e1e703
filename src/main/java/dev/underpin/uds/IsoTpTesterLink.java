package dev.underpin.uds;

import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpListener;
import dev.underpin.isotp.NResult;
import java.util.function.Consumer;

/** A tester's way to an ECU over ISO-TP. */
public final class IsoTpTesterLink implements TesterLink {
    private final IsoTpEndpoint endpoint;

    public IsoTpTesterLink(IsoTpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        endpoint.send(request, result -> {
            if (result == NResult.N_OK) {
                sent.run();
            } else {
                failed.accept(result.text());
            }
        });
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        endpoint.listen(new IsoTpListener() {
            @Override
            public void firstFrame(int length) {
                started.run();
            }

            @Override
            public void message(byte[] data, boolean functional) {
                message.accept(data);
            }
        });
    }
}
