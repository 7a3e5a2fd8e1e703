package dev.underpin.bridge;

import dev.underpin.time.Entropy;
import java.util.Arrays;

/** Seeded damage to bytes: flips, cuts, repeats, insertions. */
final class Damage {
    private final Entropy entropy;

    Damage(long seed) {
        entropy = new Entropy(seed);
    }

    byte[] of(byte[] whole) {
        byte[] bytes = whole.clone();
        for (long wounds = 1 + entropy.below(4); wounds > 0; wounds--) {
            bytes = wounded(bytes);
        }
        return bytes;
    }

    private byte[] wounded(byte[] bytes) {
        if (bytes.length == 0) {
            return entropy.bytes(1 + (int) entropy.below(8));
        }
        int at = (int) entropy.below(bytes.length);
        return switch ((int) entropy.below(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOfRange(bytes, at, bytes.length);
            case 2 -> with(bytes, at, (byte) entropy.below(256));
            case 3 -> with(bytes, at, (byte) (bytes[at] ^ 1 << entropy.below(8)));
            default -> inserted(bytes, at, entropy.bytes(1 + (int) entropy.below(8)));
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        System.arraycopy(more, 0, longer, at, more.length);
        return longer;
    }
}
