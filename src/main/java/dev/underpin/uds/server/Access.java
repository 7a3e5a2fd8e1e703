package dev.underpin.uds.server;

import dev.underpin.uds.Session;
import java.util.EnumSet;
import java.util.List;

/**
 * From where something may be used (ISO 14229-1:2020 clauses 7.4, 10.4, 10.6 and 16).
 *
 * @param sessions the sessions in which it exists
 * @param level the security level that has to be unlocked, 0 for none
 * @param role the role that has to be authenticated (0x29), empty for none
 * @param secured whether it is served inside a secured request (0x84) only
 */
public record Access(List<Session> sessions, int level, String role, boolean secured) {
    /** In every session, without security. */
    public static final Access ANYWHERE = in(Session.values());

    /** In the extended and the programming session, without security. */
    public static final Access NOT_DEFAULT = in(Session.PROGRAMMING, Session.EXTENDED);

    public Access {
        sessions = List.copyOf(sessions);
    }

    /** In these sessions, without security. */
    public static Access in(Session... sessions) {
        return new Access(List.copyOf(EnumSet.copyOf(List.of(sessions))), 0, "", false);
    }

    /** The same, once {@code securityLevel} is unlocked. */
    public Access unlocked(int securityLevel) {
        return new Access(sessions, securityLevel, role, secured);
    }

    /** The same, once {@code neededRole} is authenticated. */
    public Access authenticated(String neededRole) {
        return new Access(sessions, level, neededRole, secured);
    }

    /** The same, inside secured requests only. */
    public Access securedOnly() {
        return new Access(sessions, level, role, true);
    }
}
