package dev.underpin.can;

import dev.underpin.time.Entropy;
import java.util.stream.Stream;

/** Seeded frames of every format, many of them full of long runs. */
public final class RandomFrames {
    private static final int[] FD_LENGTHS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64};
    private static final byte[] RUNS = {0, -1, 0x0F, (byte) 0xF0, 0x1F, (byte) 0xF8, (byte) 0x83, 0x7C};

    private final Entropy entropy;

    private RandomFrames(long seed) {
        entropy = new Entropy(seed);
    }

    /** {@code count} frames; the same seed gives the same ones. */
    public static Stream<CanFrame> of(long seed, int count) {
        RandomFrames frames = new RandomFrames(seed);
        return Stream.generate(frames::next).limit(count);
    }

    private CanFrame next() {
        boolean extended = entropy.below(2) == 0;
        int id = (int) entropy.below(extended ? 1 << 29 : 1 << 11);
        return switch ((int) entropy.below(5)) {
            case 0 -> CanFrame.remote(id, extended, (int) entropy.below(16));
            case 1, 2 -> classical(id, extended, data((int) entropy.below(9)));
            default ->
                CanFrame.fd(id, extended, entropy.below(2) == 0, data(FD_LENGTHS[(int) entropy.below(16)]))
                        .withEsi(entropy.below(4) == 0);
        };
    }

    private CanFrame classical(int id, boolean extended, byte[] data) {
        CanFrame frame = extended ? CanFrame.extended(id, data) : CanFrame.classic(id, data);
        return data.length == 8 && entropy.below(2) == 0 ? frame.withRawDlc(8 + (int) entropy.below(8)) : frame;
    }

    private byte[] data(int length) {
        byte[] data = entropy.bytes(length);
        boolean runs = entropy.below(2) == 0;
        for (int i = 0; runs && i < length; i++) {
            data[i] = RUNS[(int) entropy.below(RUNS.length)];
        }
        return data;
    }
}
