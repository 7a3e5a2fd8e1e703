package dev.underpin.trace;

import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedFrame;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a log are wanted. Immutable.
 *
 * @param bus the only channel; null for all
 * @param only the only identifiers; all when it is empty, and error frames then too
 * @param from nanoseconds from the start of the log on
 * @param until nanoseconds from the start of the log, up to and with
 */
public record Selection(@Nullable String bus, IdRanges only, long from, long until) {
    /** Everything. */
    public static final Selection ALL = new Selection(null, IdRanges.ALL, 0, Long.MAX_VALUE);

    /**
     * Whether {@code entry} is wanted.
     *
     * @param start where the log starts, see {@link LogStart}
     */
    public boolean wants(LogEntry entry, long start) {
        long at = entry.atNanos() - start;
        return at >= from && at <= until && (bus == null || bus.equals(entry.channel())) && wantsId(entry);
    }

    private boolean wantsId(LogEntry entry) {
        return entry instanceof LoggedFrame logged ? only.holds(FrameId.of(logged.frame())) : only.all();
    }
}
