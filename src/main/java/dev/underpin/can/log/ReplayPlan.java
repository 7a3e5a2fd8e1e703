package dev.underpin.can.log;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a log is replayed, where to, and how fast. Immutable.
 *
 * @param ports the port for each channel of the log; what was on another channel is skipped
 * @param speed how many seconds of the log pass in a second, above 0
 * @param only the identifiers in the log that are replayed; empty for all
 * @param renamed the identifiers that are sent in place of those in the log
 */
public record ReplayPlan(Map<String, CanPort> ports, double speed, Set<FrameId> only, Map<FrameId, FrameId> renamed) {
    /** Throws {@link IllegalArgumentException} when the speed is not a number above 0. */
    public ReplayPlan {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("a log cannot be replayed at %s times its speed".formatted(speed));
        }
        ports = Map.copyOf(ports);
        only = Set.copyOf(only);
        renamed = Map.copyOf(renamed);
    }

    /** All frames, as fast as they were. */
    public static ReplayPlan onto(Map<String, CanPort> ports) {
        return new ReplayPlan(ports, 1, Set.of(), Map.of());
    }

    /** The same at another speed. */
    public ReplayPlan atSpeed(double factor) {
        return new ReplayPlan(ports, factor, only, renamed);
    }

    /** The same with only these identifiers of the log. */
    public ReplayPlan only(FrameId... ids) {
        return new ReplayPlan(ports, speed, Set.of(ids), renamed);
    }

    /** The same with {@code to} sent in place of {@code from}. */
    public ReplayPlan renaming(FrameId from, FrameId to) {
        Map<FrameId, FrameId> more = new HashMap<>(renamed);
        more.put(from, to);
        return new ReplayPlan(ports, speed, only, more);
    }

    /** The frame to send for one in the log; null when it is skipped. */
    @Nullable
    CanFrame frame(LoggedFrame logged) {
        FrameId id = FrameId.of(logged.frame());
        if (!ports.containsKey(logged.channel()) || (!only.isEmpty() && !only.contains(id))) {
            return null;
        }
        FrameId sent = renamed.getOrDefault(id, id);
        return sent.equals(id) ? logged.frame() : logged.frame().withId(sent.value(), sent.extended());
    }

    /** Nanoseconds that {@code logged} nanoseconds of the log take. */
    long scaled(long logged) {
        return speed == 1 ? logged : Math.round(logged / speed);
    }
}
