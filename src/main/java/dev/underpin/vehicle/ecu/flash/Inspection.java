package dev.underpin.vehicle.ecu.flash;

import java.util.Optional;

/**
 * What the contents of a flash were found to be.
 *
 * @param header the header, if it can be read
 * @param sha256 64 lower-case hexadecimal digits over the whole signed image; empty if there is none of that length
 * @param genuine whether the image is whole and its signature true
 * @param problem what is wrong; empty if nothing
 */
public record Inspection(Optional<ImageHeader> header, String sha256, boolean genuine, String problem) {
    static Inspection broken(String problem) {
        return new Inspection(Optional.empty(), "", false, problem);
    }

    /** Whether the image is whole, its signature true, and made for that control unit and hardware. */
    public boolean runsOn(String ecu, String hardware) {
        return genuine
                && header.filter(h -> h.ecu().equals(ecu) && h.hardware().equals(hardware))
                        .isPresent();
    }
}
