package dev.underpin.vehicle;

import dev.underpin.uds.TesterLink;
import java.util.List;
import java.util.function.Consumer;

/** The way to all control units on several buses at once; nothing is heard on it. */
record EveryLink(List<TesterLink> buses) implements TesterLink {
    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        buses.forEach(bus -> bus.send(request, () -> {}, failed));
        sent.run();
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        // answers come on each control unit's own way
    }
}
