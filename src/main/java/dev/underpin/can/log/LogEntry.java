package dev.underpin.can.log;

/**
 * One line of a bus log: a frame or an error frame, with its moment and channel. Immutable.
 *
 * <p>A moment is nanoseconds of civil time since 1970-01-01T00:00Z, never negative; a log that knows no civil time counts from its own
 * start. It is the moment at which the frame ended, as controllers stamp it. A channel is the name of a bus: 1 to 64 characters, none
 * of them a blank or a control character.
 */
public sealed interface LogEntry permits LoggedFrame, LoggedError {
    long atNanos();

    String channel();
}
