package dev.underpin.defect;

import dev.underpin.uds.server.SecurityAlgorithm;

/** Something in front of seeds and keys that passes everything on. */
abstract class KeysFront implements SecurityAlgorithm {
    private final SecurityAlgorithm real;

    KeysFront(SecurityAlgorithm real) {
        this.real = real;
    }

    @Override
    public boolean supports(int level) {
        return real.supports(level);
    }

    @Override
    public byte[] seed(int level) {
        return real.seed(level);
    }

    @Override
    public int keyLength(int level) {
        return real.keyLength(level);
    }

    @Override
    public boolean accepts(int level, byte[] seed, byte[] key) {
        return real.accepts(level, seed, key);
    }

    @Override
    public int failedAttempts() {
        return real.failedAttempts();
    }

    @Override
    public void failedAttempts(int count) {
        real.failedAttempts(count);
    }
}
