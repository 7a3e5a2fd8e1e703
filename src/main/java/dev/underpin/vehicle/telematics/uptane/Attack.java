package dev.underpin.vehicle.telematics.uptane;

import java.util.Locale;

/** What something that is not as it should be looks like (Uptane Standard 2.1.0, 3.1), as the vehicle version manifest names it. */
public enum Attack {
    /** Signed by nobody who may, or not what was signed. */
    ARBITRARY_SOFTWARE,
    /** Each part may be genuine, but they do not belong together. */
    MIX_AND_MATCH,
    /** Older than what was believed or is installed. */
    ROLLBACK,
    /** Kept from the vehicle until it expired. */
    FREEZE,
    /** Meant for another vehicle, or for control units that this one does not have. */
    WRONG_VEHICLE,
    /** Meant for other hardware. */
    WRONG_HARDWARE,
    /** Longer than announced or allowed. */
    ENDLESS_DATA,
    /** Comes too slowly to come at all. */
    SLOW_RETRIEVAL,
    /** Only some images of a bundle can be had. */
    PARTIAL_BUNDLE;

    /** The name in manifests, such as {@code mix-and-match}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
