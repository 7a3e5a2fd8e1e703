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
    private Flight[] heap = new Flight[4];
    private int size;
    private @Nullable Flight spare;
    private long order;

    PendingFrames(Order order) {
        this.byAge = order == Order.FIFO;
    }

    /** The frame that comes next; null when nothing is pending. */
    @Nullable
    Flight first() {
        return size == 0 ? null : heap[0];
    }

    /** @param requested vehicle time, nanoseconds */
    void add(CanFrame frame, Runnable confirmation, long requested) {
        putBack(load(frame, confirmation, requested));
    }

    /** A flight that does not have to wait here; {@link #release} it when it is done with. */
    Flight load(CanFrame frame, Runnable confirmation, long requested) {
        Flight flight = spare;
        if (flight == null) {
            flight = new Flight();
        } else {
            spare = flight.spare;
        }
        long field = frame.arbitrationField();
        long key = (byAge ? 0 : field << ORDER_BITS) | (order++ & ORDER_MASK);
        flight.load(frame, confirmation, field, key, requested);
        return flight;
    }

    /** Puts back a frame that was taken, at the place in line that its key says. */
    void putBack(Flight flight) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        siftUp(size++, flight);
    }

    /** Takes the frame that comes next; {@link #release} it when it is done with. */
    Flight takeFirst() {
        if (size == 0) {
            throw new IllegalStateException("nothing is pending");
        }
        Flight first = heap[0];
        removeAt(0);
        return first;
    }

    /** The flight has ended and may carry another frame. */
    void release(Flight flight) {
        flight.spare = spare;
        spare = flight;
    }

    /** Removes the oldest frame that equals {@code frame}; false when there is none. */
    boolean remove(CanFrame frame) {
        int oldest = -1;
        for (int i = 0; i < size; i++) {
            boolean older = oldest < 0 || (heap[i].key() & ORDER_MASK) < (heap[oldest].key() & ORDER_MASK);
            if (older && frame.equals(heap[i].frame())) {
                oldest = i;
            }
        }
        if (oldest >= 0) {
            Flight removed = heap[oldest];
            removeAt(oldest);
            release(removed);
        }
        return oldest >= 0;
    }

    /** Forgets all frames. */
    void clear() {
        while (size > 0) {
            release(takeFirst());
        }
    }

    private void removeAt(int index) {
        Flight last = heap[--size];
        heap[size] = null;
        if (index == size) {
            return;
        }
        if (index > 0 && last.key() < heap[(index - 1) >>> 1].key()) {
            siftUp(index, last);
        } else {
            siftDown(index, last);
        }
    }

    private void siftUp(int from, Flight flight) {
        int index = from;
        while (index > 0 && flight.key() < heap[(index - 1) >>> 1].key()) {
            heap[index] = heap[(index - 1) >>> 1];
            index = (index - 1) >>> 1;
        }
        heap[index] = flight;
    }

    private void siftDown(int from, Flight flight) {
        int index = from;
        for (int child = smallerChild(index);
                child < size && heap[child].key() < flight.key();
                child = smallerChild(index)) {
            heap[index] = heap[child];
            index = child;
        }
        heap[index] = flight;
    }

    private int smallerChild(int index) {
        int left = 2 * index + 1;
        return left + 1 < size && heap[left + 1].key() < heap[left].key() ? left + 1 : left;
    }
}
