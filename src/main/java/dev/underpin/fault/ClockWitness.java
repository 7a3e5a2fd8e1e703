package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sees that the vehicle's clock goes otherwise than the moments of the records: in the times that it stamps what it sends with. */
final class ClockWitness {
    private static final Pattern STAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
    private static final long NOTICEABLE = 1_500 * Nanos.MILLISECOND;

    private ClockWitness() {}

    static Witness seeing() {
        return ClockWitness::seen;
    }

    private static Optional<Sighting> seen(History history, Entry injected) {
        OptionalLong before =
                stamped(history, injected, false).mapToLong(ClockWitness::lead).findFirst();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        return stamped(history, injected, true)
                .filter(entry -> Math.abs(lead(entry) - before.getAsLong()) >= NOTICEABLE)
                .findFirst()
                .map(Sighting::of);
    }

    private static Stream<Entry> stamped(History history, Entry injected, boolean after) {
        return history.of(Kind.HTTP).stream()
                .filter(entry -> entry.is("leg", "vehicle") && after == entry.index() > injected.index())
                .filter(entry -> STAMP.matcher(entry.text("request")).find());
    }

    /** How far the last stamp lies before the moment of the record, in nanoseconds since a start that is the same for all. */
    private static long lead(Entry entry) {
        Matcher stamps = STAMP.matcher(entry.text("request"));
        Instant latest = Instant.MIN;
        while (stamps.find()) {
            Instant stamp = Instant.parse(stamps.group());
            latest = stamp.isAfter(latest) ? stamp : latest;
        }
        return latest.getEpochSecond() * Nanos.SECOND + latest.getNano() - entry.at();
    }
}
