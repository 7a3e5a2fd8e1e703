package dev.underpin.can;

import dev.underpin.time.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Seeded damage to what a decoder reads: bytes, numbers and words changed, cut, doubled, or taken from another of the sound inputs, and
 * now and then nothing but chance.
 */
public final class Mutants {
    private static final int LONGEST = 1 << 13;
    private static final int LONGEST_CUT = 40;
    private static final long[] EDGES = {
        0,
        1,
        -1,
        7,
        8,
        9,
        15,
        16,
        63,
        64,
        65,
        127,
        128,
        255,
        0x7FFF,
        0xFFFF,
        0x10000,
        0x7FFF_FFFF,
        0x8000_0000L,
        0xFFFF_FFFFL,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final Entropy entropy;
    private final List<byte[]> sound;
    private final List<byte[]> words;
    private final boolean text;
    private byte[] bytes = new byte[LONGEST];
    private int size;

    private Mutants(long seed, boolean text, List<byte[]> sound, List<byte[]> words) {
        this.entropy = new Entropy(seed).fork("mutants");
        this.sound = List.copyOf(sound);
        this.words = List.copyOf(words);
        this.text = text;
    }

    /** Of texts: a word or number is what stands between other characters; {@code words} take the place of others. */
    public static Mutants ofText(long seed, List<String> sound, String... words) {
        return new Mutants(
                seed,
                true,
                sound.stream().map(Mutants::utf8).toList(),
                Arrays.stream(words).map(Mutants::utf8).toList());
    }

    /** Of bytes: numbers of one, two, four and eight bytes of either byte order become others; {@code words} are put anywhere. */
    public static Mutants ofBytes(long seed, List<byte[]> sound, List<byte[]> words) {
        return new Mutants(seed, false, sound, words);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The next one; one in 32 has nothing of the sound inputs. */
    public byte[] next() {
        return entropy.below(32) == 0 ? entropy.bytes(below(80)) : of(any(sound));
    }

    /** {@code whole} with one to four wounds. */
    public byte[] of(byte[] whole) {
        size = 0;
        splice(0, 0, whole, 0, whole.length);
        for (long wounds = 1 + entropy.below(4); wounds > 0; wounds--) {
            wound();
        }
        return Arrays.copyOf(bytes, size);
    }

    /** Whether something that happens once in {@code times} happens now. */
    public boolean once(int times) {
        return entropy.below(times) == 0;
    }

    /** Any of them. */
    public <T> T any(List<T> these) {
        return these.get(below(these.size()));
    }

    private int below(int bound) {
        return (int) entropy.below(bound);
    }

    private void wound() {
        int at = below(size + 1);
        int length = Math.min(size - at, below(LONGEST_CUT));
        switch (below(9)) {
            case 0 -> put(at, entropy.below(256));
            case 1 -> put(at, at < size ? bytes[at] ^ 1 << entropy.below(8) : ' ');
            case 2 -> splice(at, length, bytes, 0, 0);
            case 3 -> splice(at, 0, Arrays.copyOfRange(bytes, at, at + length), 0, length);
            case 4 -> {
                byte[] other = any(sound);
                int from = below(other.length + 1);
                splice(at, length, other, from, Math.min(other.length - from, below(LONGEST_CUT)));
            }
            case 5 -> size = once(4) ? at : size;
            default -> field(at);
        }
    }

    private void put(int at, long value) {
        if (at < size) {
            bytes[at] = (byte) value;
        }
    }

    private void field(int at) {
        if (text) {
            int from = at;
            int to = at;
            while (from > 0 && wordly(bytes[from - 1])) {
                from--;
            }
            while (to < size && wordly(bytes[to])) {
                to++;
            }
            byte[] word = words.isEmpty() || once(3) ? number() : any(words);
            splice(from, to - from, word, 0, word.length);
        } else if (words.isEmpty() || once(2)) {
            long edge = EDGES[below(EDGES.length)];
            int width = 1 << below(4);
            boolean little = once(2);
            for (int i = 0; i < width; i++) {
                put(at + i, edge >>> 8 * (little ? i : width - 1 - i));
            }
        } else {
            byte[] word = any(words);
            splice(at, once(2) ? Math.min(word.length, size - at) : 0, word, 0, word.length);
        }
    }

    private byte[] number() {
        long edge = EDGES[below(EDGES.length)];
        return utf8(
                switch (below(4)) {
                    case 0 -> Long.toHexString(edge);
                    case 1 -> "0".repeat(below(12)) + edge;
                    case 2 -> edge + "." + Math.abs(edge);
                    default -> Long.toString(edge);
                });
    }

    private static boolean wordly(byte octet) {
        return octet >= '0' && octet <= '9'
                || (octet | 0x20) >= 'a' && (octet | 0x20) <= 'z'
                || octet == '_'
                || octet < 0;
    }

    private void splice(int at, int cut, byte[] from, int start, int length) {
        int fits = Math.min(length, LONGEST - size + cut);
        System.arraycopy(bytes, at + cut, bytes, at + fits, size - at - cut);
        System.arraycopy(from, start, bytes, at, fits);
        size += fits - cut;
    }
}
