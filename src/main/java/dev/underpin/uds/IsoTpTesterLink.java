package dev.underpin.uds;

import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpListener;
import dev.underpin.isotp.NResult;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A tester's way to an ECU over ISO-TP (ISO 14229-3:2012). It hears the ECU only while a request of its own is open: what the ECU tells
 * other testers is none of its business, and not its to control the flow of.
 */
public final class IsoTpTesterLink implements TesterLink {
    private final IsoTpEndpoint endpoint;
    private final OpenRequest open;
    private final List<IsoTpTesterLink> answering;

    /** A link to one ECU. */
    public IsoTpTesterLink(IsoTpEndpoint endpoint) {
        this(endpoint, List.of());
    }

    /**
     * A link to a functional group of ECUs.
     *
     * @param answering the links to those ECUs, through which the answers come; looked at for each request
     */
    public IsoTpTesterLink(IsoTpEndpoint endpoint, List<IsoTpTesterLink> answering) {
        this.endpoint = endpoint;
        this.open = new OpenRequest(endpoint);
        this.answering = Collections.unmodifiableList(answering);
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        expectAnswer(request);
        endpoint.send(request, result -> {
            if (result == NResult.N_OK) {
                expectAnswer(request);
                sent.run();
            } else {
                failed.accept(result.text());
            }
        });
    }

    private void expectAnswer(byte[] request) {
        open.asked(request);
        answering.forEach(link -> link.open.asked(request));
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
                open.answered(data);
                message.accept(data);
            }
        });
    }
}
