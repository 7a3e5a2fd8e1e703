package dev.underpin.time;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded chance. Every consumer forks its own stream by name, so a new consumer never moves the numbers of the others.
 *
 * <p>Confined to one thread; streams forked from it are independent and may each live on another.
 */
public final class Entropy {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;
    private final SplittableRandom random;

    public Entropy(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** The stream that belongs to {@code name} under this seed; the same name gives the same stream. */
    public Entropy fork(String name) {
        long hash = FNV_OFFSET ^ seed;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return new Entropy(hash ^ Long.rotateLeft(seed, 32));
    }

    /** A number from 0 (inclusive) to {@code bound} (exclusive). */
    public long below(long bound) {
        return random.nextLong(bound);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double unit() {
        return random.nextDouble();
    }

    /** {@code length} bytes. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** {@code bytes} as lower-case hexadecimal text of {@code length} bytes: an identifier. */
    public String hex(int length) {
        return java.util.HexFormat.of().formatHex(bytes(length));
    }

    /** This stream in the shape that key generators ask for; repeatable, so only for keys of simulated parties. */
    public SecureRandom forKeys() {
        return new Repeatable(this);
    }

    private static final class Repeatable extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient Entropy source;

        Repeatable(Entropy source) {
            super(null, null);
            this.source = source;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] drawn = source.bytes(bytes.length);
            System.arraycopy(drawn, 0, bytes, 0, bytes.length);
            Arrays.fill(drawn, (byte) 0);
        }
    }
}
