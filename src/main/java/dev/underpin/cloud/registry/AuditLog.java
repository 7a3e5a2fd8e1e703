package dev.underpin.cloud.registry;

import dev.underpin.cloud.trust.Sha256;
import dev.underpin.time.Calendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Who did what, to what, when and why: append-only, each entry chained to the one before by its hash, so a change or a gap shows.
 */
public final class AuditLog {
    private static final String GENESIS = "0".repeat(64);

    private final Calendar calendar;
    private final List<Entry> entries = new ArrayList<>();

    public AuditLog(Calendar calendar) {
        this.calendar = calendar;
    }

    /**
     * One entry.
     *
     * @param at when
     * @param actor who: a VIN, a technician, {@code app} or {@code cloud}
     * @param action what, in kebab case
     * @param subject to what: a VIN, a session, an offer
     * @param detail why, or with what result
     * @param previous hash of the entry before
     * @param hash SHA-256 of all the others
     */
    public record Entry(
            Instant at, String actor, String action, String subject, String detail, String previous, String hash) {
        static Entry chained(Instant at, String actor, String action, String subject, String detail, String previous) {
            String hash = Sha256.hex(String.join("\u001f", at.toString(), actor, action, subject, detail, previous));
            return new Entry(at, actor, action, subject, detail, previous, hash);
        }

        boolean follows(String expectedPrevious) {
            return previous.equals(expectedPrevious)
                    && hash.equals(chained(at, actor, action, subject, detail, previous).hash);
        }
    }

    /** Appends an entry dated now. */
    public void add(String actor, String action, String subject, String detail) {
        entries.add(Entry.chained(calendar.utc(), actor, action, subject, detail, head()));
    }

    /** All entries, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The index of the first entry of {@code log} that does not follow from the one before it; empty when the chain holds. */
    public static OptionalInt firstBreak(List<Entry> log) {
        String previous = GENESIS;
        for (int i = 0; i < log.size(); i++) {
            if (!log.get(i).follows(previous)) {
                return OptionalInt.of(i);
            }
            previous = log.get(i).hash();
        }
        return OptionalInt.empty();
    }

    private String head() {
        return entries.isEmpty() ? GENESIS : entries.getLast().hash();
    }
}
