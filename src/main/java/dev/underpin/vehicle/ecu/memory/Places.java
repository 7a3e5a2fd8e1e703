package dev.underpin.vehicle.ecu.memory;

import static dev.underpin.uds.DtcStatus.TEST_FAILED;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The places of a fault memory: who gets one when it is full, and who gives way. Codes of priority 1 never do. */
final class Places {
    private final int places;
    private long stores;
    private boolean overflowed;

    Places(int places) {
        this.places = places;
    }

    /** Whether a code found the memory full since the last clear. */
    boolean overflowed() {
        return overflowed;
    }

    void clear() {
        overflowed = false;
    }

    /** Gives {@code entry} a place if there is one or a less important code gives way; false if not. */
    boolean take(DtcEntry entry, Collection<DtcEntry> all) {
        List<DtcEntry> stored = all.stream().filter(DtcEntry::stored).toList();
        if (stored.size() >= places) {
            overflowed = true;
            Optional<DtcEntry> weakest = weakest(stored, entry.spec().priority());
            if (weakest.isEmpty()) {
                return false;
            }
            weakest.get().forget();
        }
        entry.store(++stores);
        return true;
    }

    private static Optional<DtcEntry> weakest(List<DtcEntry> stored, int priority) {
        return stored.stream()
                .filter(entry -> entry.spec().priority() > 1)
                .filter(entry -> entry.spec().priority() > priority
                        || (entry.spec().priority() == priority && !entry.has(TEST_FAILED)))
                .max(Comparator.<DtcEntry>comparingInt(entry -> entry.spec().priority())
                        .thenComparing(entry -> !entry.has(TEST_FAILED))
                        .thenComparing(
                                Comparator.comparingLong(DtcEntry::storedOrder).reversed()));
    }
}
