package dev.underpin.uds.server;

/** Keys and memory of secured data transmission (service 0x84, ISO 14229-1:2020 clause 16). */
public interface SecuredChannel {
    /** Whether the signature/encryption calculation of that number is known. */
    boolean calculates(int calculation);

    /** The signature of a message, always of the same length. */
    byte[] code(byte[] message);

    /** Encrypts; the nonce is never used twice for different texts, and the same length comes back. */
    byte[] encrypt(byte[] nonce, byte[] text);

    /** Takes {@link #encrypt} back. */
    byte[] decrypt(byte[] nonce, byte[] text);

    /** The anti-replay counter of the last request that was accepted; survives a reset. */
    int lastCounter();

    /** Stores the counter of a request that is accepted. */
    void lastCounter(int counter);
}
