package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.time.Nanos;
import java.util.List;

/**
 * What a {@link Witness} saw.
 *
 * @param words in words
 * @param at when, vehicle time in nanoseconds
 * @param records the records that show it; empty when it was seen among the frames of a bus
 */
public record Sighting(String words, long at, List<Entry> records) {
    public Sighting {
        records = List.copyOf(records);
    }

    static Sighting of(Entry record) {
        return of("its effect was seen", List.of(record));
    }

    /** Seen in records, the first one of them being when. */
    static Sighting of(String words, List<Entry> records) {
        return new Sighting(words, records.getFirst().at(), records);
    }

    /** Seen among frames, at that vehicle time in nanoseconds. */
    static Sighting of(String words, long at) {
        return new Sighting("%s at %.6f s".formatted(words, Nanos.toSeconds(at)), at, List.of());
    }
}
