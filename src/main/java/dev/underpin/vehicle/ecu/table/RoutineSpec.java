package dev.underpin.vehicle.ecu.table;

/**
 * A routine of the table (service 0x31, ISO 14229-1:2020 clause 14), usable in the extended session.
 *
 * @param rid its 16-bit number
 * @param name its name, by which applications bind it
 * @param title what it does, for people
 * @param options bytes of the option record that starting it takes
 * @param unlocked whether it needs security access
 * @param stoppable whether it can be stopped (31 02)
 * @param results whether it keeps results (31 03)
 */
public record RoutineSpec(
        int rid, String name, String title, int options, boolean unlocked, boolean stoppable, boolean results) {}
