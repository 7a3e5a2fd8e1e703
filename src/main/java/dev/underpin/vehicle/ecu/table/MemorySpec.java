package dev.underpin.vehicle.ecu.table;

/**
 * A range of memory that testers can reach by address (service 0x23, ISO 14229-1:2020 clause 11.3); its contents survive power loss.
 *
 * @param name its name
 * @param address first address
 * @param size bytes
 * @param writable whether it can be written, in the extended session and unlocked
 * @param unlocked whether reading it needs security access
 */
public record MemorySpec(String name, long address, int size, boolean writable, boolean unlocked) {}
