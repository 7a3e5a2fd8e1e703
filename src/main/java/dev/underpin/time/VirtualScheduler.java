package dev.underpin.time;

import java.util.Arrays;

/**
 * Virtual time: an event queue whose clock jumps to the next alarm. A binary heap ordered by time, then by the order of arming.
 *
 * <p>Confined to one thread. An exception thrown by an action leaves {@link #step()} and with it the run.
 */
public final class VirtualScheduler implements Scheduler {
    private static final int NOT_QUEUED = -1;

    private Entry[] heap = new Entry[256];
    private int size;
    private long now;
    private long armings;

    @Override
    public long now() {
        return now;
    }

    @Override
    public Alarm alarm(Runnable action) {
        return new Entry(action);
    }

    /** The time of the next alarm, or {@link Long#MAX_VALUE} when none is armed. */
    public long nextAt() {
        return size == 0 ? Long.MAX_VALUE : heap[0].time;
    }

    /** Jumps to the next alarm and runs it; false when none is armed. */
    public boolean step() {
        if (size == 0) {
            return false;
        }
        Entry first = heap[0];
        removeAt(0);
        now = first.time;
        first.action.run();
        return true;
    }

    /** Runs every alarm up to and including the moment {@code until}; the clock then stands at {@code until}. */
    public void runUntil(long until) {
        while (nextAt() <= until) {
            step();
        }
        now = Math.max(now, until);
    }

    private void insert(Entry entry) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, entry);
    }

    private void removeAt(int index) {
        heap[index].index = NOT_QUEUED;
        Entry last = heap[--size];
        heap[size] = null;
        if (index < size) {
            siftDown(index, last);
            if (heap[index] == last) {
                siftUp(index, last);
            }
        }
    }

    private void siftUp(int from, Entry entry) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (!entry.before(heap[parent])) {
                break;
            }
            place(index, heap[parent]);
            index = parent;
        }
        place(index, entry);
    }

    private void siftDown(int from, Entry entry) {
        int index = from;
        while (true) {
            int child = 2 * index + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[child + 1].before(heap[child])) {
                child++;
            }
            if (!heap[child].before(entry)) {
                break;
            }
            place(index, heap[child]);
            index = child;
        }
        place(index, entry);
    }

    private void place(int index, Entry entry) {
        heap[index] = entry;
        entry.index = index;
    }

    private final class Entry implements Alarm {
        private final Runnable action;
        private long time;
        private long order;
        private int index = NOT_QUEUED;

        Entry(Runnable action) {
            this.action = action;
        }

        boolean before(Entry other) {
            return time < other.time || (time == other.time && order < other.order);
        }

        @Override
        public void at(long nanos) {
            cancel();
            time = Math.max(nanos, now);
            order = armings++;
            insert(this);
        }

        @Override
        public void in(long nanos) {
            at(now + nanos);
        }

        @Override
        public void cancel() {
            if (index != NOT_QUEUED) {
                removeAt(index);
            }
        }

        @Override
        public boolean armed() {
            return index != NOT_QUEUED;
        }
    }
}
