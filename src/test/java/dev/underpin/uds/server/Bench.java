package dev.underpin.uds.server;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.EcuDouble;
import dev.underpin.uds.ServerLink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A server with a probe on its link that speaks hexadecimal. */
final class Bench implements ServerLink {
    private Listener listener = (message, functional) -> {};
    final VirtualScheduler scheduler = new VirtualScheduler();
    final EcuDouble ecu = new EcuDouble();
    final UdsServer server = new UdsServer(scheduler, this, ecu, ServerTiming.STANDARD);
    private final List<String> heard = new ArrayList<>();
    private final List<Long> heardAt = new ArrayList<>();
    private long sendingTakes;

    @Override
    public void send(byte[] response, Runnable done) {
        heard.add(HexFormat.of().withUpperCase().withDelimiter(" ").formatHex(response));
        heardAt.add(scheduler.now());
        if (sendingTakes == 0) {
            done.run();
        } else {
            scheduler.after(sendingTakes, done);
        }
    }

    @Override
    public void listen(Listener newListener) {
        listener = newListener;
    }

    /** How long messages take to leave, nanoseconds. */
    void sendingTakes(long nanos) {
        sendingTakes = nanos;
    }

    /** What the server says within a millisecond to a physical request, messages joined by a comma. */
    String ask(String request) {
        return ask(request, false);
    }

    /** What it says to a functional request. */
    String askAll(String request) {
        return ask(request, true);
    }

    private String ask(String request, boolean functional) {
        put(request, functional);
        pass(Nanos.MILLISECOND);
        return heard();
    }

    void put(String request, boolean functional) {
        listener.request(HexFormat.of().parseHex(request.replace(" ", "")), functional);
    }

    void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    /** What was heard since the last call. */
    String heard() {
        String all = String.join(", ", heard);
        heard.clear();
        heardAt.clear();
        return all;
    }

    /** When each message not yet taken was heard, milliseconds. */
    List<Long> heardAt() {
        return heardAt.stream().map(at -> at / Nanos.MILLISECOND).toList();
    }

    /** Asks each of the requests, divided by commas, and forgets the answers. */
    void given(String requests) {
        for (String request : requests.split(",")) {
            if (!request.isBlank()) {
                ask(request);
            }
        }
    }
}
