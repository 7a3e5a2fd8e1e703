package dev.underpin.cloud.desk;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a diagnostic session stands, in the only order possible. */
public enum SessionState {
    /** The user asked for support by phone or app; the vehicle has not called yet. */
    REQUESTED,
    /** The user's consent is known. */
    CONSENTED,
    /** The vehicle has its token; no data yet. */
    CONNECTING,
    /** The vehicle has sent its data and keeps in touch. */
    ACTIVE,
    /** The vehicle has gone silent; it may come back. */
    SUSPENDED,
    /** Ended: the evidence shows that the fault is gone. */
    RESOLVED,
    /** Ended: a service appointment is made. */
    APPOINTMENT,
    /** Ended: technical support follows up. */
    FOLLOW_UP,
    /** Ended before an outcome: by the driver, by silence, by a guard of the vehicle. */
    ABORTED;

    private static final Set<SessionState> UNRESOLVED_ENDS = EnumSet.of(APPOINTMENT, FOLLOW_UP, ABORTED);

    /** Whether the session is over. */
    public boolean ended() {
        return this == RESOLVED || UNRESOLVED_ENDS.contains(this);
    }

    /** Whether {@code next} may come right after this state. */
    public boolean precedes(SessionState next) {
        return switch (this) {
            case REQUESTED -> next == CONSENTED || UNRESOLVED_ENDS.contains(next);
            case CONSENTED -> next == CONNECTING || next == ABORTED;
            case CONNECTING -> next == ACTIVE || UNRESOLVED_ENDS.contains(next);
            case ACTIVE -> next == SUSPENDED || next.ended();
            case SUSPENDED -> next == ACTIVE || UNRESOLVED_ENDS.contains(next);
            case RESOLVED, APPOINTMENT, FOLLOW_UP, ABORTED -> false;
        };
    }

    /** The name in JSON, such as {@code follow-up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
