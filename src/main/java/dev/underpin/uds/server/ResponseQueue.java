package dev.underpin.uds.server;

import dev.underpin.uds.ServerLink;
import java.util.ArrayDeque;
import java.util.Deque;

/** Responses on their way to the link, one at a time. */
final class ResponseQueue {
    private final ServerLink link;
    private final Deque<Response> waiting = new ArrayDeque<>();
    private boolean sending;
    private int generation;

    ResponseQueue(ServerLink link) {
        this.link = link;
    }

    void send(byte[] message, Runnable done) {
        waiting.add(new Response(message, done, ServerLink::send));
        next();
    }

    void sendUnasked(byte[] message) {
        waiting.add(new Response(message, () -> {}, ServerLink::sendUnasked));
        next();
    }

    void sendPeriodic(byte[] message) {
        waiting.add(new Response(message, () -> {}, ServerLink::sendPeriodic));
        next();
    }

    /** Forgets what waits, and that something is being sent. */
    void clear() {
        waiting.clear();
        sending = false;
        generation++;
    }

    private void next() {
        if (sending || waiting.isEmpty()) {
            return;
        }
        sending = true;
        int sentIn = generation;
        Response response = waiting.remove();
        response.way.send(link, response.message, () -> sent(response, sentIn));
    }

    private void sent(Response response, int sentIn) {
        if (sentIn == generation) {
            sending = false;
            response.done.run();
            next();
        }
    }

    private record Response(byte[] message, Runnable done, Way way) {}

    /** How a message leaves through the link. */
    private interface Way {
        void send(ServerLink link, byte[] message, Runnable done);
    }
}
