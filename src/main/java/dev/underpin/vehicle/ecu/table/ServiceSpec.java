package dev.underpin.vehicle.ecu.table;

import dev.underpin.uds.Session;
import java.util.List;

/**
 * A further service of a control unit.
 *
 * @param sid its number
 * @param sessions where it may be used
 * @param unlocked whether it needs security access
 * @param role the role that has to be authenticated (0x29), empty for none
 */
public record ServiceSpec(int sid, List<Session> sessions, boolean unlocked, String role) {}
