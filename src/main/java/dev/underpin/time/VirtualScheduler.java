package dev.underpin.time;

import java.util.Arrays;

/**
 * Virtual time: an event queue whose clock jumps to the next alarm. A binary heap ordered by time, then by the order of arming.
 *
 * <p>Confined to one thread. An exception thrown by an action leaves {@link #step()} and with it the run.
 */
public final class VirtualScheduler implements Scheduler {
    private static final int NOT_QUEUED = -1;
    /** Children of a place in the heap: more make it flatter, and what is next changes place most often near the top. */
    private static final int FAN_OUT = 4;

    private long[] times = new long[256];
    private long[] orders = new long[256];
    private Entry[] entries = new Entry[256];
    private int size;
    private long now;
    private long armings;
    private boolean running;

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
        retire();
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Jumps to the next alarm and runs it; false when none is armed. */
    public boolean step() {
        retire();
        if (size == 0) {
            return false;
        }
        Entry first = entries[0];
        now = times[0];
        first.index = NOT_QUEUED;
        running = true;
        try {
            first.action.run();
        } finally {
            retire();
        }
        return true;
    }

    /** Runs every alarm up to and including the moment {@code until}; the clock then stands at {@code until}. */
    public void runUntil(long until) {
        while (nextAt() <= until) {
            step();
        }
        now = Math.max(now, until);
    }

    /**
     * Takes the alarm that went off out of the heap. It stays on top while its action runs, before all that the action arms, because most
     * actions arm their own alarm again, which then only has to sink.
     */
    private void retire() {
        if (running) {
            running = false;
            Entry last = entries[--size];
            long time = times[size];
            long order = orders[size];
            entries[size] = null;
            if (size > 0) {
                siftDown(0, last, time, order);
            }
        }
    }

    private void insert(Entry entry, long time, long order) {
        if (running && entry == entries[0]) {
            running = false;
            siftDown(0, entry, time, order);
            return;
        }
        if (size == entries.length) {
            times = Arrays.copyOf(times, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
            entries = Arrays.copyOf(entries, size * 2);
        }
        siftUp(size++, entry, time, order);
    }

    private void removeAt(int index) {
        entries[index].index = NOT_QUEUED;
        Entry last = entries[--size];
        long time = times[size];
        long order = orders[size];
        entries[size] = null;
        if (index < size) {
            if (index > 0 && before(time, order, (index - 1) / FAN_OUT)) {
                siftUp(index, last, time, order);
            } else {
                siftDown(index, last, time, order);
            }
        }
    }

    private boolean before(long time, long order, int other) {
        return time < times[other] || (time == times[other] && order < orders[other]);
    }

    private void siftUp(int from, Entry entry, long time, long order) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / FAN_OUT;
            if (!before(time, order, parent)) {
                break;
            }
            place(index, entries[parent], times[parent], orders[parent]);
            index = parent;
        }
        place(index, entry, time, order);
    }

    private void siftDown(int from, Entry entry, long time, long order) {
        int index = from;
        for (int child = FAN_OUT * index + 1; child < size; child = FAN_OUT * index + 1) {
            int first = firstOf(child);
            if (before(time, order, first)) {
                break;
            }
            place(index, entries[first], times[first], orders[first]);
            index = first;
        }
        place(index, entry, time, order);
    }

    /** Which of the siblings from {@code child} on comes first. */
    private int firstOf(int child) {
        int first = child;
        for (int sibling = child + 1; sibling < Math.min(child + FAN_OUT, size); sibling++) {
            if (before(times[sibling], orders[sibling], first)) {
                first = sibling;
            }
        }
        return first;
    }

    private void place(int index, Entry entry, long time, long order) {
        times[index] = time;
        orders[index] = order;
        entries[index] = entry;
        entry.index = index;
    }

    private final class Entry implements Alarm {
        private final Runnable action;
        private int index = NOT_QUEUED;

        Entry(Runnable action) {
            this.action = action;
        }

        @Override
        public void at(long nanos) {
            cancel();
            insert(this, Math.max(nanos, now), armings++);
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
