package dev.underpin.can.gate;

import dev.underpin.can.CanFrame;

/** What a {@link Gate} does to the frames of a choice; all others pass. Times in nanoseconds. */
public sealed interface Intervention {
    /** The frames that it is about. */
    Choice choice();

    /** The frame does not pass. */
    record Drop(Choice choice) implements Intervention {}

    /** The frame passes later; by how much is drawn for each frame from {@code least} to {@code most}. */
    record Delay(Choice choice, long least, long most) implements Intervention {
        public Delay {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException(
                        "a delay goes from at least 0 upwards, not %d..%d".formatted(least, most));
            }
        }
    }

    /** The frame passes, and so many copies of it right behind. */
    record Duplicate(Choice choice, int copies) implements Intervention {
        public Duplicate {
            if (copies < 1) {
                throw new IllegalArgumentException("there is at least one copy, not " + copies);
            }
        }
    }

    /** The frame is held back until so many later ones that match the same filter have passed. */
    record Reorder(Choice choice, int behind) implements Intervention {
        public Reorder {
            if (behind < 1) {
                throw new IllegalArgumentException("a frame goes behind at least one other, not " + behind);
            }
        }
    }

    /** In the data byte at {@code index} the bits set in {@code mask} are those of {@code value}; a shorter frame passes as it is. */
    record Modify(Choice choice, int index, int mask, int value) implements Intervention {}

    /** The frame passes, and right behind it another one that its sender never sent. */
    record Spoof(Choice choice, CanFrame frame) implements Intervention {}

    /** The frame passes, and again {@code times} times, each so much later than the time before; ends with the intervention. */
    record Replay(Choice choice, long after, int times) implements Intervention {
        /** So many times means: as long as the intervention lasts. */
        public static final int FOR_EVER = 0;

        public Replay {
            if (after < 0 || times < 0 || (after == 0 && times == FOR_EVER)) {
                throw new IllegalArgumentException(
                        "a replay comes at least 0 ns later, for ever at least 1 ns, not %d ns and %d times"
                                .formatted(after, times));
            }
        }

        /** Once more. */
        public Replay(Choice choice, long after) {
            this(choice, after, 1);
        }
    }
}
