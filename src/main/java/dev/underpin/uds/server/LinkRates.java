package dev.underpin.uds.server;

/** The bit rates of the link that a tester may ask for (service 0x87). */
public interface LinkRates {
    /** Whether the link can be run so, bits per second. */
    boolean possible(long bitsPerSecond);

    /** Runs it so from now on; the positive response has left. */
    void change(long bitsPerSecond);

    /** Runs it as after power on: the default session has come back. */
    void restore();
}
