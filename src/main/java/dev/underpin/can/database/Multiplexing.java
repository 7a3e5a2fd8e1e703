package dev.underpin.can.database;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part that a signal plays in a multiplexed message (M, mN and mNM of SG_, SG_MUL_VAL_).
 *
 * @param selects whether its raw value selects other signals
 * @param selection when the signal itself is there; null when it always is
 */
public record Multiplexing(boolean selects, @Nullable Selection selection) {
    /** Of a signal that is always there and selects nothing. */
    public static final Multiplexing NONE = new Multiplexing(false, null);

    /**
     * The signal is there while {@code selector} has one of some values.
     *
     * @param selector symbol of a signal of the same message
     * @param value the number behind the m of SG_, as a rule the first value of {@code ranges}
     * @param ranges the values of {@code selector}, raw
     */
    public record Selection(String selector, long value, List<ValueRange> ranges) {
        public Selection {
            ranges = List.copyOf(ranges);
        }

        boolean holds(long raw) {
            for (int i = 0; i < ranges.size(); i++) {
                if (ranges.get(i).holds(raw)) {
                    return true;
                }
            }
            return false;
        }

        String described() {
            return ranges.stream()
                    .map(range -> range.low() == range.high() ? "" + range.low() : range.low() + ".." + range.high())
                    .collect(Collectors.joining(", "));
        }
    }
}
