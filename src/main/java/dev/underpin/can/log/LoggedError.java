package dev.underpin.can.log;

/** An error frame in a bus log. */
public record LoggedError(long atNanos, String channel, ErrorFrame error) implements LogEntry {
    /** Throws {@link IllegalArgumentException} when moment or channel are not as {@link LogEntry} says. */
    public LoggedError {
        Channel.check(atNanos, channel);
    }
}
