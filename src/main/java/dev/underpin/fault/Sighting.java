package dev.underpin.fault;

import dev.underpin.history.Entry;
import java.util.List;

/**
 * What a {@link Witness} saw.
 *
 * @param words in words
 * @param records the records that show it; empty when it was seen among the frames of a bus
 */
public record Sighting(String words, List<Entry> records) {
    public Sighting {
        records = List.copyOf(records);
    }

    static Sighting of(Entry record) {
        return new Sighting("its effect was seen", List.of(record));
    }

    static Sighting of(String words) {
        return new Sighting(words, List.of());
    }
}
