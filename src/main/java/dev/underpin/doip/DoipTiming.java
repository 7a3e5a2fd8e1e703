package dev.underpin.doip;

import dev.underpin.time.Nanos;

/**
 * Times of ISO 13400-2:2019 table 13, nanoseconds.
 *
 * @param connect how long a tester waits for the TCP connection (ours; the standard leaves it to TCP)
 * @param control A_DoIP_Ctrl, how long a tester waits for the routing activation and for answers over UDP
 * @param acknowledge A_DoIP_Diagnostic_Message, how long a tester waits for the acknowledgement of a diagnostic message
 * @param initialInactivity T_TCP_Initial_Inactivity, how long an entity waits for the routing activation
 * @param generalInactivity T_TCP_General_Inactivity, after which an entity closes a quiet connection
 * @param aliveCheck T_TCP_Alive_Check, how long an entity waits for the answer to an alive check
 * @param announceWait A_DoIP_Announce_Wait, the longest time before the first announcement or an identification, drawn from chance
 * @param announceInterval A_DoIP_Announce_Interval, between two announcements
 * @param announcements A_DoIP_Announce_Num, how many there are
 * @param discovery A_Vehicle_Discovery_Timer, how long a vehicle may take to synchronise VIN and GID
 */
public record DoipTiming(
        long connect,
        long control,
        long acknowledge,
        long initialInactivity,
        long generalInactivity,
        long aliveCheck,
        long announceWait,
        long announceInterval,
        int announcements,
        long discovery) {
    /** The standard's times, and 2 s to connect. */
    public static final DoipTiming STANDARD = new DoipTiming(
            2 * Nanos.SECOND,
            2 * Nanos.SECOND,
            2 * Nanos.SECOND,
            2 * Nanos.SECOND,
            5 * Nanos.MINUTE,
            500 * Nanos.MILLISECOND,
            500 * Nanos.MILLISECOND,
            500 * Nanos.MILLISECOND,
            3,
            5 * Nanos.SECOND);
}
