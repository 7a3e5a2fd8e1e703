package dev.underpin.trace;

import dev.underpin.can.log.FrameId;
import dev.underpin.mistake.UserMistake;
import java.util.ArrayList;
import java.util.List;

/** A choice of identifiers. Immutable. */
public final class IdRanges {
    /** All identifiers. */
    public static final IdRanges ALL = new IdRanges(List.of());

    private record Range(FrameId low, FrameId high) {
        boolean holds(FrameId id) {
            return id.extended() == low.extended() && id.value() >= low.value() && id.value() <= high.value();
        }
    }

    private final List<Range> ranges;

    private IdRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads identifiers and ranges of them with commas between, such as {@code 7DF,7E0-7EF,18DAF110}: 3 hexadecimal digits mean 11
     * bits, 8 mean 29.
     *
     * @throws UserMistake saying what is wrong
     */
    public static IdRanges parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", 2);
            FrameId low = FrameId.parse(ends[0]);
            FrameId high = FrameId.parse(ends[ends.length - 1]);
            if (low.extended() != high.extended() || low.value() > high.value()) {
                throw UserMistake.saying(
                        "expected a range of identifiers of the same length, the lower one first, found \"%s\""
                                .formatted(part.strip()));
            }
            ranges.add(new Range(low, high));
        }
        return new IdRanges(List.copyOf(ranges));
    }

    boolean all() {
        return ranges.isEmpty();
    }

    /** Whether {@code id} is among them. */
    public boolean holds(FrameId id) {
        return all() || ranges.stream().anyMatch(range -> range.holds(id));
    }
}
