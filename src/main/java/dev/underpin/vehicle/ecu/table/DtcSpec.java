package dev.underpin.vehicle.ecu.table;

/**
 * A trouble code of the table.
 *
 * @param code the three bytes, see {@link dev.underpin.uds.DtcCode}
 * @param text what it means, in the words of SAE J2012 where it has them
 * @param severity how soon it wants attention
 * @param lamp the cluster lamp that it asks for while confirmed or failed, or empty
 * @param colour the lamp's colour: red, amber, green or blue, or empty
 * @param up steps that the fault detection counter goes up per failed look; 127 and more fail at the first
 * @param down steps that it goes down per passed look
 * @param confirmAfter operation cycles with a failure until it is confirmed
 * @param agingCycles operation cycles without failure until a confirmed code ages out
 * @param priority 1 is kept when the memory is full, greater numbers give way
 * @param latched whether the lamp stays lit until the code is cleared or has aged, and not only while the test fails
 * @param readiness readiness group (19 56), 0 for none
 */
public record DtcSpec(
        int code,
        String text,
        Severity severity,
        String lamp,
        String colour,
        int up,
        int down,
        int confirmAfter,
        int agingCycles,
        int priority,
        boolean latched,
        int readiness) {}
