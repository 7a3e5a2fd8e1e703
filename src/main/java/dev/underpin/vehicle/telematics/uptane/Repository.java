package dev.underpin.vehicle.telematics.uptane;

/** The two repositories that have to agree before anything is installed. */
public enum Repository {
    /** Assigns images to this vehicle. */
    DIRECTOR("director"),
    /** Knows all images. */
    IMAGES("image-repo");

    private final String code;

    Repository(String code) {
        this.code = code;
    }

    /** The name in paths and words. */
    public String code() {
        return code;
    }
}
