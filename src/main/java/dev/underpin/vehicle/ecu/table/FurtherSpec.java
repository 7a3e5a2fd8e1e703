package dev.underpin.vehicle.ecu.table;

import java.util.List;

/**
 * What a control unit offers to testers beyond data, routines and codes (ISO 14229-1:2020 services 0x23, 0x29, 0x38, 0x87).
 *
 * @param memory the memory that can be reached by address
 * @param roles the roles that testers can be authenticated in (0x29)
 * @param fileBytes room for files (0x38), 0 for none
 * @param bitRates rates that its link can be run at (0x87), bits per second
 */
public record FurtherSpec(List<MemorySpec> memory, List<String> roles, int fileBytes, List<Long> bitRates) {
    /** Nothing. */
    public static final FurtherSpec NONE = new FurtherSpec(List.of(), List.of(), 0, List.of());
}
