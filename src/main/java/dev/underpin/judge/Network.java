package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Whether the vehicle had a stable connection: as somebody switched it (actions {@code wifi}, {@code cellular}, {@code network} with the
 * values {@code on}, {@code off}, {@code weak}), or else as its exchanges with the cloud went.
 */
final class Network {
    private static final List<String> BEARERS = List.of("wifi", "cellular", "network");

    private Network() {}

    /** The record that shows that there was no stable connection right before the record {@code index}. */
    static Optional<Entry> badAt(History history, int index) {
        Optional<Entry> switched = Past.lastBefore(history, Kind.ACTION, index, Network::switching);
        Optional<Entry> exchanged = Past.lastBefore(history, Kind.HTTP, index, Radio.vehicle());
        if (exchanged.isPresent() && !later(switched, exchanged.get())) {
            Optional<Entry> lost = exchanged.filter(it -> !it.text("error").isEmpty());
            return lost.or(() -> switched.filter(Network::bad));
        }
        return switched.filter(Network::bad);
    }

    /** The first record after {@code index} that shows a connection that carries. */
    static Optional<Entry> goodAfter(History history, int index) {
        return Past.firstAfter(history, Kind.ACTION, index, it -> switching(it) && it.is("value", "on"))
                .or(() -> Past.firstAfter(
                        history, Kind.HTTP, index, Radio.vehicle().and(Radio::succeeded)));
    }

    private static boolean later(Optional<Entry> switched, Entry exchanged) {
        return switched.filter(it -> it.index() > exchanged.index()).isPresent();
    }

    private static boolean switching(Entry entry) {
        return BEARERS.contains(entry.text("action"));
    }

    private static boolean bad(Entry switched) {
        return !switched.is("value", "on");
    }
}
