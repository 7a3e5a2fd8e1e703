package dev.underpin.report;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;

/**
 * How well a scenario kept time by the clock on the wall: how late its alarms went off, in seconds of that clock.
 *
 * @param alarms how many there were
 * @param median half of them were not later; like {@code p99} at most an eighth too high
 * @param p99 99 of 100 were not later
 * @param max the latest
 * @param givenUp by how much the scenario fell behind the clock for good
 */
public record Jitter(long alarms, double median, double p99, double max, double givenUp) {
    /** As it was written down at the scenario's end; empty where vehicle time does not follow the clock. */
    public static Optional<Jitter> of(History history) {
        return history.of(Kind.MEDIUM).stream()
                .filter(entry -> entry.is("event", "jitter"))
                .reduce((before, after) -> after)
                .map(entry -> new Jitter(
                        Long.parseLong(entry.text("alarms")),
                        seconds(entry, "median"),
                        seconds(entry, "p99"),
                        seconds(entry, "max"),
                        seconds(entry, "given-up")));
    }

    private static double seconds(Entry entry, String field) {
        return Double.parseDouble(entry.text(field));
    }
}
