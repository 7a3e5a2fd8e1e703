package dev.underpin.uds.server;

/** Key and memory of secured data transmission (service 0x84). */
public interface SecuredChannel {
    /** The message authentication code of a message, always of the same length. */
    byte[] code(byte[] message);

    /** The anti-replay counter of the last request that was accepted; survives a reset. */
    int lastCounter();

    /** Stores the counter of a request that is accepted. */
    void lastCounter(int counter);
}
