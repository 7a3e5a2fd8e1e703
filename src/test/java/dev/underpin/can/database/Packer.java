package dev.underpin.can.database;

import dev.underpin.time.Entropy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Places signals in a frame so that they do not overlap. */
final class Packer {
    private static final int TRIES = 6;
    private static final int[] LENGTHS = {1, 1, 2, 3, 4, 7, 8, 9, 12, 16, 17, 24, 32, 32, 33, 48, 63, 64, 64};

    private final Entropy entropy;
    private final int bytes;
    private final BitSet taken = new BitSet();

    Packer(Entropy entropy, int bytes) {
        this.entropy = entropy;
        this.bytes = bytes;
    }

    /** Three bits at the next free byte. */
    BitLayout selector() {
        int start = (taken.length() + 7) / 8 * 8;
        BitLayout layout = new BitLayout(start, 3, ByteOrder.LITTLE_ENDIAN);
        taken.or(layout.bits());
        return layout;
    }

    boolean full() {
        return (taken.length() + 7) / 8 >= bytes;
    }

    /** Places that no later signal may use. */
    List<BitLayout> fill(int most) {
        return place(most, taken);
    }

    /** Places that signals of other branches may use too. */
    List<BitLayout> branch(int most) {
        return place(most, (BitSet) taken.clone());
    }

    private List<BitLayout> place(int most, BitSet used) {
        List<BitLayout> places = new ArrayList<>();
        for (int attempt = 0; attempt < TRIES * most && places.size() < most; attempt++) {
            BitLayout layout = new BitLayout(
                    (int) entropy.below(8L * bytes),
                    LENGTHS[(int) entropy.below(LENGTHS.length)],
                    entropy.below(2) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            BitSet bits = layout.bits();
            if (bits.length() <= 8 * bytes && !bits.intersects(used)) {
                used.or(bits);
                places.add(layout);
            }
        }
        return places;
    }
}
