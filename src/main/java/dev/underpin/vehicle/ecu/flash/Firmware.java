package dev.underpin.vehicle.ecu.flash;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Contents that a flash leaves the factory with. Shared by every vehicle and every run that starts with them, and never changed.
 *
 * <p>Threading: any thread.
 */
public final class Firmware {
    /** Nothing: all cells erased. */
    public static final Firmware NONE = new Firmware(new byte[0]);

    private final byte[] bytes;
    private final Map<PublicKey, Inspection> inspections = new LinkedHashMap<>();

    /** The bytes of a signed image, laid from the first cell on; the rest is erased. The array is not copied: do not change it. */
    public Firmware(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes of the image; not copied, must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** What was found in these contents under that key; hashing megabytes once is enough for all runs that share them. */
    synchronized Inspection inspected(PublicKey key, Supplier<Inspection> reader) {
        if (bytes.length == 0) {
            return reader.get();
        }
        Inspection known = inspections.get(key);
        if (known == null) {
            known = reader.get();
            inspections.put(key, known);
        }
        return known;
    }
}
