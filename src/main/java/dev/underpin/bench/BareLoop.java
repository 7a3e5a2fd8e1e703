package dev.underpin.bench;

import dev.underpin.bench.Traffic.Message;
import dev.underpin.can.bits.FrameLength;
import java.util.List;

/**
 * The least that any simulation of a bus has to do: take the message that is due next from a binary heap of numbers, work out how long its
 * frame is, stuff bits included, and put the message back. No nodes, no arbitration, no listeners, no errors.
 */
final class BareLoop {
    private static final int INDEX_BITS = 7;
    private static final long BIT_NANOS = 1_000_000_000L / Traffic.BIT_RATE;

    private final Message[] messages;
    private final long[] heap;
    private long frames;
    private long idleAt;

    BareLoop(List<Message> traffic) {
        messages = traffic.toArray(Message[]::new);
        heap = new long[messages.length];
        for (int i = 0; i < heap.length; i++) {
            heap[i] = messages[i].offset() << INDEX_BITS | i;
        }
        java.util.Arrays.sort(heap);
    }

    /** Plays up to {@code until} nanoseconds of bus time; tells how many frames went by. */
    long run(long until) {
        long before = frames;
        while (heap[0] >>> INDEX_BITS < until) {
            long due = heap[0] >>> INDEX_BITS;
            int index = (int) (heap[0] & ((1 << INDEX_BITS) - 1));
            Message message = messages[index];
            idleAt = Math.max(idleAt, due) + FrameLength.bits(message.content(frames++)) * BIT_NANOS;
            sink((due + message.period()) << INDEX_BITS | index);
        }
        return frames - before;
    }

    /** Nanoseconds at which the bus would be idle: what keeps the work from being optimised away. */
    long idleAt() {
        return idleAt;
    }

    private void sink(long key) {
        int index = 0;
        for (int child = 1; child < heap.length; child = 2 * index + 1) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[index] = heap[child];
            index = child;
        }
        heap[index] = key;
    }
}
