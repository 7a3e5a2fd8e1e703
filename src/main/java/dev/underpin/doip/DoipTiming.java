package dev.underpin.doip;

import dev.underpin.time.Nanos;

/**
 * Times of ISO 13400-2:2019 table 13, nanoseconds.
 *
 * @param connect how long a tester waits for the TCP connection (ours; the standard leaves it to TCP)
 * @param control A_DoIP_Ctrl, how long a tester waits for the routing activation
 * @param acknowledge A_DoIP_Diagnostic_Message, how long a tester waits for the acknowledgement of a diagnostic message
 * @param initialInactivity T_TCP_Initial_Inactivity, how long an entity waits for the routing activation
 * @param generalInactivity T_TCP_General_Inactivity, after which an entity closes a quiet connection
 */
public record DoipTiming(long connect, long control, long acknowledge, long initialInactivity, long generalInactivity) {
    /** The standard's times, and 2 s to connect. */
    public static final DoipTiming STANDARD =
            new DoipTiming(2 * Nanos.SECOND, 2 * Nanos.SECOND, 2 * Nanos.SECOND, 2 * Nanos.SECOND, 5 * Nanos.MINUTE);
}
