package dev.underpin.uds.server;

/** Seeds and keys of service 0x27, and the memory of failed attempts, which has to survive a reset. */
public interface SecurityAlgorithm {
    /** Whether the level exists; level 1 is sub-functions 01 and 02, level 2 is 03 and 04. */
    boolean supports(int level);

    /** A fresh seed, never all zero. */
    byte[] seed(int level);

    /** Length of a key, bytes. */
    int keyLength(int level);

    /** Whether {@code key} answers {@code seed}. */
    boolean accepts(int level, byte[] seed, byte[] key);

    /** Failed attempts as stored. */
    int failedAttempts();

    /** Stores the failed attempts. */
    void failedAttempts(int count);
}
