package dev.underpin.vehicle;

import dev.underpin.time.Entropy;

/** The secrets that the factory puts into control units: a function of the factory's chance alone. */
public final class FactorySecrets {
    private static final int LENGTH = 16;

    private FactorySecrets() {}

    /** The secret behind security access level 1 (0x27) of a control unit of the vehicle whose factory's chance is {@code factory}. */
    public static byte[] of(Entropy factory, String ecu) {
        return factory.fork("secret " + ecu).bytes(LENGTH);
    }
}
