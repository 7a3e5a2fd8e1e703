package dev.underpin.vehicle.telematics.uptane;

/**
 * A metadata file that the verification needs.
 *
 * @param file its name in the repository, such as {@code 3.snapshot.json}
 * @param cap the most bytes that are read of it
 * @param optional whether it may be missing: the next Root
 */
public record Wanted(Repository repository, String file, int cap, boolean optional) {}
