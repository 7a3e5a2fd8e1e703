package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** See faults of a bus in its log, between the moments at which the fault was switched on and off. */
final class BusWitnesses {
    private static final int PROTOCOL_ERROR = 0x08;
    private static final int BABBLE = 500;
    private static final long BACK_TO_BACK = Nanos.MILLISECOND;

    private static final long MUTE = 2 * Nanos.SECOND;

    private BusWitnesses() {}

    static Witness of(BitFault fault) {
        return switch (fault) {
            case BitFault.BusOff it ->
                Witness.record(Kind.CONTROLLER, entry -> entry.is("node", it.ecu()) && entry.is("state", "bus-off"));
            case BitFault.BusNoise it -> BusWitnesses::errors;
        };
    }

    static Witness of(BusFault fault) {
        return switch (fault) {
            case BusFault.BabblingIdiot it -> BusWitnesses::babble;
            case BusFault.DuplicatedFrame it -> BusWitnesses::twins;
            case BusFault.FrameLost it -> FrameWitnesses::gap;
            case BusFault.FrameLate it -> FrameWitnesses::pause;
            case BusFault.WireOpen it -> BusWitnesses::mute;
        };
    }

    /** A control unit that was asked said nothing for a while. */
    private static Optional<Sighting> mute(History history, Entry injected) {
        String ecu = injected.text("target");
        return history.of(Kind.UDS).stream()
                .filter(asked -> asked.index() > injected.index()
                        && asked.is("ecu", ecu)
                        && asked.is("direction", "request")
                        && history.entries().getLast().at() > asked.at() + MUTE)
                .filter(asked -> history.of(Kind.UDS).stream()
                        .noneMatch(said -> said.is("ecu", ecu)
                                && said.is("direction", "response")
                                && said.at() >= asked.at()
                                && said.at() < asked.at() + MUTE))
                .findFirst()
                .map(Sighting::of);
    }

    /** A node of the bus told of an error in a frame. */
    static Optional<Sighting> errors(History history, Entry injected) {
        return buses(history, injected).stream()
                .flatMap(log -> frames(log, history, injected)
                        .filter(index -> isError(log, index) && (log.id(index) & PROTOCOL_ERROR) != 0)
                        .mapToObj(index -> seen("a node of %s told of an error in a frame", log, log.at(index))))
                .findFirst();
    }

    /** More than half of the frames in the second after the injection were of one identifier. */
    static Optional<Sighting> babble(History history, Entry injected) {
        for (FrameLog log : buses(history, injected)) {
            Map<Integer, Integer> counts = new HashMap<>();
            int[] frames = frames(log, history, injected)
                    .filter(index -> !isError(log, index) && log.at(index) < injected.at() + Nanos.SECOND)
                    .toArray();
            Arrays.stream(frames).forEach(index -> counts.merge(log.id(index), 1, Integer::sum));
            int most =
                    counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            if (most >= BABBLE && 2 * most > frames.length) {
                String words = "of %d frames on %%s %d had the same identifier".formatted(frames.length, most);
                return Optional.of(seen(words, log, injected.at()));
            }
        }
        return Optional.empty();
    }

    /** Two equal frames followed each other back to back. */
    static Optional<Sighting> twins(History history, Entry injected) {
        for (FrameLog log : history.buses()) {
            int[] frames = frames(log, history, injected)
                    .filter(index -> !isError(log, index))
                    .toArray();
            for (int i = 1; i < frames.length; i++) {
                if (twins(log, frames[i - 1], frames[i])) {
                    return Optional.of(seen("two equal frames back to back on %s", log, log.at(frames[i])));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean twins(FrameLog log, int first, int second) {
        return log.id(first) == log.id(second)
                && log.at(second) - log.at(first) < BACK_TO_BACK
                && log.flags(first) == log.flags(second)
                && Arrays.equals(log.data(first), log.data(second));
    }

    /** The bus that the target names with its first word. */
    private static List<FrameLog> buses(History history, Entry injected) {
        String named = injected.text("target").split(" ")[0];
        return history.buses().stream().filter(log -> log.bus().equals(named)).toList();
    }

    private static IntStream frames(FrameLog log, History history, Entry injected) {
        long end = healed(history, injected);
        return IntStream.range(0, log.size()).filter(index -> log.at(index) > injected.at() && log.at(index) <= end);
    }

    private static long healed(History history, Entry injected) {
        return history.of(Kind.FAULT).stream()
                .filter(entry -> entry.index() > injected.index()
                        && entry.is("state", "healed")
                        && entry.is("fault", injected.text("fault"))
                        && entry.is("target", injected.text("target")))
                .mapToLong(Entry::at)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean isError(FrameLog log, int index) {
        return (log.id(index) & FrameLog.ID_ERROR) != 0;
    }

    private static Sighting seen(String words, FrameLog log, long at) {
        return Sighting.of(words.formatted(log.bus()), at);
    }
}
