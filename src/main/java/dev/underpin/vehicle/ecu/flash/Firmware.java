package dev.underpin.vehicle.ecu.flash;

/**
 * Contents that a flash leaves the factory with. Shared by every vehicle and every run that starts with them, and never changed.
 */
public final class Firmware {
    /** Nothing: all cells erased. */
    public static final Firmware NONE = new Firmware(new byte[0]);

    private final byte[] bytes;

    /** The bytes of a signed image, laid from the first cell on; the rest is erased. The array is not copied: do not change it. */
    public Firmware(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
