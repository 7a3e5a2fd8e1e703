package dev.underpin.vehicle.ecu.flash;

/**
 * What a signed image says of itself.
 *
 * @param ecu the control unit that it is for
 * @param hardware the hardware number that it runs on (F191)
 * @param version software version (F195)
 * @param releaseCounter number that grows with every release
 * @param length bytes of payload
 * @param purpose why it was released, for people
 */
public record ImageHeader(
        String ecu, String hardware, String version, long releaseCounter, long length, String purpose) {}
