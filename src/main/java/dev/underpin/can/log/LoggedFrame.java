package dev.underpin.can.log;

import dev.underpin.can.CanFrame;

/** A data or remote frame in a bus log. */
public record LoggedFrame(long atNanos, String channel, Direction direction, CanFrame frame) implements LogEntry {
    /** Throws {@link IllegalArgumentException} when moment or channel are not as {@link LogEntry} says. */
    public LoggedFrame {
        Channel.check(atNanos, channel);
    }
}
