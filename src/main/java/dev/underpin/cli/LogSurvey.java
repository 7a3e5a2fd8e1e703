package dev.underpin.cli;

import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogReader;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.mistake.UserMistake;
import dev.underpin.trace.IdRanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a log holds, found by reading it once.
 *
 * @param ids those that are wanted
 * @param span nanoseconds from the first entry to the latest
 */
record LogSurvey(Set<String> channels, Set<FrameId> ids, long span) {
    /** Reads {@code file}; a log without any frame that is wanted is a mistake. */
    static LogSurvey of(Path file, IdRanges wanted) throws IOException {
        Set<String> channels = new TreeSet<>();
        Set<FrameId> ids = new HashSet<>();
        long first = -1;
        long last = 0;
        try (LogReader log = LogFormat.read(file)) {
            for (LogEntry entry = log.next(); entry != null; entry = log.next()) {
                first = first < 0 ? entry.atNanos() : first;
                last = Math.max(last, entry.atNanos());
                channels.add(entry.channel());
                if (entry instanceof LoggedFrame logged && wanted.holds(FrameId.of(logged.frame()))) {
                    ids.add(FrameId.of(logged.frame()));
                }
            }
        }
        if (ids.isEmpty()) {
            throw UserMistake.in(file.toString(), "", "a frame that is wanted", "none");
        }
        return new LogSurvey(channels, ids, last - first);
    }

    /** The channel to replay: the one asked for, else the one called as the bus, else the only one. */
    String channel(Path file, @Nullable String asked, String bus) {
        String name = asked != null
                ? asked
                : channels.size() == 1 ? channels.iterator().next() : bus;
        if (!channels.contains(name)) {
            throw UserMistake.in(file.toString(), "", "--channel as one of " + String.join(", ", channels), name);
        }
        return name;
    }
}
