package dev.underpin.cloud.registry;

/**
 * What the cloud knows of one ECU of a vehicle, from the factory or from the last signed report.
 *
 * @param ecu the ECU
 * @param hardware hardware number, empty when not known
 * @param serial serial number, empty when not known
 * @param version software version
 * @param sha256 hash of the image file in the active slot, in hexadecimal
 * @param releaseCounter release counter of that image
 */
public record EcuRecord(
        String ecu, String hardware, String serial, String version, String sha256, long releaseCounter) {}
