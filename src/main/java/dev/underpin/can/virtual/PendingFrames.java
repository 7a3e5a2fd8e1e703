package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a controller has to send: a binary heap, lowest arbitration field first, first come first served among equals.
 *
 * <p>A key is the arbitration field followed by 31 bits of the order of arrival.
 */
final class PendingFrames {
    private static final int ORDER_BITS = 31;
    private static final long ORDER_MASK = (1L << ORDER_BITS) - 1;

    private long[] keys = new long[8];
    private @Nullable CanFrame[] frames = new @Nullable CanFrame[8];
    private @Nullable Runnable[] confirmations = new Runnable[8];
    private int size;
    private long order;

    /** The arbitration field of the frame that comes next; {@link Long#MAX_VALUE} when nothing is pending. */
    long firstField() {
        return size == 0 ? Long.MAX_VALUE : keys[0] >>> ORDER_BITS;
    }

    void add(CanFrame frame, Runnable confirmation) {
        restore((frame.arbitrationField() << ORDER_BITS) | (order++ & ORDER_MASK), frame, confirmation);
    }

    /** Puts back a frame that was taken, at the place in line that its key says. */
    void restore(long key, CanFrame frame, Runnable confirmation) {
        if (size == keys.length) {
            grow();
        }
        int index = size++;
        while (index > 0 && key < keys[(index - 1) >>> 1]) {
            int parent = (index - 1) >>> 1;
            move(parent, index);
            index = parent;
        }
        place(index, key, frame, confirmation);
    }

    /** Moves the first frame of {@code owner} into {@code transmission}. */
    void takeFirst(Node owner, Transmission transmission) {
        transmission.load(owner, keys[0], frames[0], confirmations[0]);
        size--;
        if (size > 0) {
            siftDown(keys[size], frames[size], confirmations[size]);
        }
        place(size, 0, null, null);
    }

    /** Forgets all frames; tells how many there were. */
    int clear() {
        int cleared = size;
        Arrays.fill(frames, 0, size, null);
        Arrays.fill(confirmations, 0, size, null);
        size = 0;
        return cleared;
    }

    private void siftDown(long key, @Nullable CanFrame frame, @Nullable Runnable confirmation) {
        int index = 0;
        for (int child = smallerChild(0); child < size && keys[child] < key; child = smallerChild(index)) {
            move(child, index);
            index = child;
        }
        place(index, key, frame, confirmation);
    }

    private int smallerChild(int index) {
        int left = 2 * index + 1;
        return left + 1 < size && keys[left + 1] < keys[left] ? left + 1 : left;
    }

    private void move(int from, int to) {
        place(to, keys[from], frames[from], confirmations[from]);
    }

    private void place(int index, long key, @Nullable CanFrame frame, @Nullable Runnable confirmation) {
        keys[index] = key;
        frames[index] = frame;
        confirmations[index] = confirmation;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        frames = Arrays.copyOf(frames, 2 * size);
        confirmations = Arrays.copyOf(confirmations, 2 * size);
    }
}
