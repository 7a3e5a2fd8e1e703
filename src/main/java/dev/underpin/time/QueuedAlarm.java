package dev.underpin.time;

import org.jspecify.annotations.Nullable;

/** An alarm of virtual time, which is its own entry in the queue where it waits. */
final class QueuedAlarm implements Alarm {
    static final int NOT_QUEUED = -1;
    static final int ON_WHEEL = -2;

    private final VirtualScheduler scheduler;
    private final Runnable action;

    /** When it goes off; and the how manieth arming it is, which decides between equal times. */
    long time;

    long order;

    /** {@link #NOT_QUEUED}, {@link #ON_WHEEL}, or its index in the heap. */
    int place = NOT_QUEUED;

    /** Its neighbour in a slot of the wheel. */
    @Nullable
    QueuedAlarm later;

    QueuedAlarm(VirtualScheduler scheduler, Runnable action) {
        this.scheduler = scheduler;
        this.action = action;
    }

    void run() {
        action.run();
    }

    boolean before(QueuedAlarm other) {
        return time < other.time || (time == other.time && order < other.order);
    }

    @Override
    public void at(long nanos) {
        scheduler.arm(this, nanos);
    }

    @Override
    public void in(long nanos) {
        scheduler.arm(this, scheduler.now() + nanos);
    }

    @Override
    public void cancel() {
        scheduler.disarm(this);
    }

    @Override
    public boolean armed() {
        return place != NOT_QUEUED;
    }
}
