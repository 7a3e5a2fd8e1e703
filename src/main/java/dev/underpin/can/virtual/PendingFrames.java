package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerSettings.Order;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a controller has to send: a binary heap, lowest arbitration field first, first come first served among equals; or first come
 * first served altogether.
 *
 * <p>A key is the arbitration field (0 in a queue by age) followed by 31 bits of the order of arrival.
 */
final class PendingFrames {
    private static final int ORDER_BITS = 31;
    private static final long ORDER_MASK = (1L << ORDER_BITS) - 1;

    private final boolean byAge;
    private long[] keys = new long[8];
    private long[] requests = new long[8];
    private @Nullable CanFrame[] frames = new @Nullable CanFrame[8];
    private @Nullable Runnable[] confirmations = new Runnable[8];
    private int size;
    private long order;

    PendingFrames(Order order) {
        this.byAge = order == Order.FIFO;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The frame that comes next; null when nothing is pending. */
    @Nullable
    CanFrame first() {
        return size == 0 ? null : frames[0];
    }

    /** @param requested vehicle time, nanoseconds */
    void add(CanFrame frame, Runnable confirmation, long requested) {
        long field = byAge ? 0 : frame.arbitrationField();
        restore((field << ORDER_BITS) | (order++ & ORDER_MASK), frame, confirmation, requested);
    }

    /** Puts back a frame that was taken, at the place in line that its key says. */
    void restore(long key, CanFrame frame, Runnable confirmation, long requested) {
        if (size == keys.length) {
            grow();
        }
        siftUp(size++, key, frame, confirmation, requested);
    }

    /** Moves the first frame into {@code flight}. */
    void takeFirst(Flight flight) {
        CanFrame frame = frames[0];
        Runnable confirmation = confirmations[0];
        if (frame == null || confirmation == null) {
            throw new IllegalStateException("nothing is pending");
        }
        flight.load(keys[0], frame, confirmation, requests[0]);
        removeAt(0);
    }

    /** Removes the oldest frame that equals {@code frame}; false when there is none. */
    boolean remove(CanFrame frame) {
        int oldest = -1;
        for (int i = 0; i < size; i++) {
            boolean older = oldest < 0 || (keys[i] & ORDER_MASK) < (keys[oldest] & ORDER_MASK);
            if (older && frame.equals(frames[i])) {
                oldest = i;
            }
        }
        if (oldest >= 0) {
            removeAt(oldest);
        }
        return oldest >= 0;
    }

    /** Forgets all frames. */
    void clear() {
        Arrays.fill(frames, 0, size, null);
        Arrays.fill(confirmations, 0, size, null);
        size = 0;
    }

    private void removeAt(int index) {
        size--;
        if (index < size) {
            long key = keys[size];
            if (index > 0 && key < keys[(index - 1) >>> 1]) {
                siftUp(index, key, frames[size], confirmations[size], requests[size]);
            } else {
                siftDown(index, key, frames[size], confirmations[size], requests[size]);
            }
        }
        place(size, 0, null, null, 0);
    }

    private void siftUp(int from, long key, @Nullable CanFrame frame, @Nullable Runnable confirmation, long requested) {
        int index = from;
        while (index > 0 && key < keys[(index - 1) >>> 1]) {
            move((index - 1) >>> 1, index);
            index = (index - 1) >>> 1;
        }
        place(index, key, frame, confirmation, requested);
    }

    private void siftDown(
            int from, long key, @Nullable CanFrame frame, @Nullable Runnable confirmation, long requested) {
        int index = from;
        for (int child = smallerChild(index); child < size && keys[child] < key; child = smallerChild(index)) {
            move(child, index);
            index = child;
        }
        place(index, key, frame, confirmation, requested);
    }

    private int smallerChild(int index) {
        int left = 2 * index + 1;
        return left + 1 < size && keys[left + 1] < keys[left] ? left + 1 : left;
    }

    private void move(int from, int to) {
        place(to, keys[from], frames[from], confirmations[from], requests[from]);
    }

    private void place(int index, long key, @Nullable CanFrame frame, @Nullable Runnable confirmation, long requested) {
        keys[index] = key;
        frames[index] = frame;
        confirmations[index] = confirmation;
        requests[index] = requested;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        requests = Arrays.copyOf(requests, 2 * size);
        frames = Arrays.copyOf(frames, 2 * size);
        confirmations = Arrays.copyOf(confirmations, 2 * size);
    }
}
