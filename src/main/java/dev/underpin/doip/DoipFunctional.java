package dev.underpin.doip;

import dev.underpin.uds.TesterLink;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity's way to all targets at once (ISO 13400-2:2019 table 39, functional addresses). As every target answers on its own way, a
 * request waits until none of them has a conversation with another tester.
 */
final class DoipFunctional {
    private final Collection<DoipRoute> routes;
    private final DoipOwnServer own;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private @Nullable TesterLink link;
    private int longest = Integer.MAX_VALUE;

    private record Request(DoipSession session, byte[] message) {}

    DoipFunctional(Collection<DoipRoute> routes, DoipOwnServer own) {
        this.routes = routes;
        this.own = own;
    }

    void through(TesterLink newLink, int newLongest) {
        link = newLink;
        longest = newLongest;
    }

    /** Takes a message, now or in its turn: the code of the acknowledgement or refusal. */
    int take(DoipSession session, byte[] message, int room) {
        if (message.length > longest) {
            return DoipCode.DIAGNOSTIC_TOO_LARGE;
        }
        if (waiting.size() >= room) {
            return DoipCode.DIAGNOSTIC_OUT_OF_MEMORY;
        }
        waiting.add(new Request(session, message));
        next();
        return DoipCode.DIAGNOSTIC_ACKNOWLEDGED;
    }

    int waitingBytes() {
        return waiting.stream().mapToInt(request -> request.message.length).sum();
    }

    /** A target's conversation is over, so that it may be the turn of a request. */
    void next() {
        Request request = waiting.peek();
        if (request == null || !routes.stream().allMatch(route -> route.isFreeFor(request.session))) {
            return;
        }
        waiting.remove();
        List.copyOf(routes).forEach(route -> route.lend(request.session, request.message));
        if (link != null) {
            link.send(request.message, () -> {}, why -> {});
        }
        own.request(request.message, true);
        next();
    }

    void leave(DoipSession session) {
        waiting.removeIf(request -> request.session == session);
    }

    void forget() {
        waiting.clear();
    }
}
