package dev.underpin.vehicle.ecu.table;

import dev.underpin.uds.Session;
import java.util.List;
import java.util.Map;

/**
 * A service of a control unit (ISO 14229-1:2020 table 23) and from where it may be used.
 *
 * @param sid its number
 * @param sessions where it may be used
 * @param unlocked whether it needs security access
 * @param role the role that has to be authenticated (0x29), empty for none
 * @param secured whether it is served inside a secured request (0x84) only
 * @param bootLoader whether the boot loader has it too
 * @param narrower sub-functions that fewer sessions have, and which
 */
public record ServiceSpec(
        int sid,
        List<Session> sessions,
        boolean unlocked,
        String role,
        boolean secured,
        boolean bootLoader,
        Map<Integer, List<Session>> narrower) {}
