package dev.underpin.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time: an event queue whose clock jumps to the next alarm, ordered by time, then by the order of arming. Alarms of the near future
 * wait in an {@link AlarmWheel}, all others in an {@link AlarmHeap}.
 *
 * <p>Confined to one thread. An exception thrown by an action leaves {@link #step()} and with it the run.
 */
public final class VirtualScheduler implements Scheduler {
    private final AlarmWheel wheel = new AlarmWheel();
    private final AlarmHeap heap = new AlarmHeap();
    private long now;
    private long armings;
    private @Nullable Clock followed;

    /** A clock that vehicle time follows. */
    interface Clock {
        /** Which vehicle time it should be. */
        long due();

        /** Which vehicle time it was at a time stamp of the machine's clock. */
        long at(Instant stamp);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long lag() {
        return followed == null ? 0 : Math.max(0, followed.due() - now);
    }

    @Override
    public long at(Instant stamp) {
        if (followed == null) {
            return now;
        }
        long then = followed.at(stamp);
        return then < now - Nanos.SECOND ? now : Math.clamp(then, 0, now);
    }

    /** From now on {@code clock} says which vehicle time it should be. */
    void follow(Clock clock) {
        followed = clock;
    }

    @Override
    public Alarm alarm(Runnable action) {
        return new QueuedAlarm(this, action);
    }

    /** The time of the next alarm, or {@link Long#MAX_VALUE} when none is armed. */
    public long nextAt() {
        QueuedAlarm first = first();
        return first == null ? Long.MAX_VALUE : first.time;
    }

    /** Jumps to the next alarm and runs it; false when none is armed. */
    public boolean step() {
        QueuedAlarm first = first();
        if (first == null) {
            return false;
        }
        run(first);
        return true;
    }

    /** Runs every alarm up to and including the moment {@code until}; the clock then stands at {@code until}. */
    public void runUntil(long until) {
        for (QueuedAlarm first = first(); first != null && first.time <= until; first = first()) {
            run(first);
        }
        now = Math.max(now, until);
    }

    private void run(QueuedAlarm alarm) {
        now = alarm.time;
        disarm(alarm);
        alarm.run();
    }

    private @Nullable QueuedAlarm first() {
        QueuedAlarm near = wheel.first(now);
        QueuedAlarm other = heap.first();
        if (near == null || other == null) {
            return near == null ? other : near;
        }
        return other.before(near) ? other : near;
    }

    void arm(QueuedAlarm alarm, long nanos) {
        disarm(alarm);
        alarm.time = Math.max(nanos, now);
        alarm.order = armings++;
        if (!wheel.add(alarm, now)) {
            heap.add(alarm);
        }
    }

    void disarm(QueuedAlarm alarm) {
        if (alarm.place == QueuedAlarm.ON_WHEEL) {
            wheel.remove(alarm);
        } else if (alarm.place != QueuedAlarm.NOT_QUEUED) {
            heap.remove(alarm);
        }
    }
}
