package dev.underpin.vehicle.ecu;

import dev.underpin.uds.server.SecuredChannel;

/** Secured data transmission (0x84) under the control unit's secret: 16 bytes of HMAC-SHA-256, as for security access. */
final class SecretChannel implements SecuredChannel {
    private static final String COUNTER = "secured.counter";

    private final byte[] secret;
    private final NonVolatile storage;

    SecretChannel(byte[] secret, NonVolatile storage) {
        this.secret = secret.clone();
        this.storage = storage;
    }

    @Override
    public byte[] code(byte[] message) {
        return SecretKeys.key(secret, message);
    }

    @Override
    public int lastCounter() {
        return (int) storage.number(COUNTER, 0);
    }

    @Override
    public void lastCounter(int counter) {
        storage.put(COUNTER, Integer.toString(counter));
    }
}
