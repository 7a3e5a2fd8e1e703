package dev.underpin.time;

import java.time.Instant;

/**
 * The one source of time for everything that waits: protocol stacks, ECUs, agents, radio links and checkers.
 *
 * <p>Times are nanoseconds of vehicle time since the start of the scenario. On the virtual rig time jumps from event to event;
 * on a bench it passes. Actions run one at a time, in order of their time and, at equal times, in the order in which they were
 * armed, so a run is a function of its inputs alone.
 *
 * <p>Threading: an implementation belongs to one thread; actions run on that thread and may arm and cancel alarms.
 */
public interface Scheduler {
    /** Nanoseconds of vehicle time since the start of the scenario. */
    long now();

    /**
     * How far vehicle time is behind the clock that it follows, nanoseconds; 0 where it follows none. What has to keep a distance on that
     * clock, and not only in vehicle time, adds what this has shrunk by.
     */
    default long lag() {
        return 0;
    }

    /**
     * Vehicle time at which something happened that carries a time stamp of the machine's clock (CLOCK_REALTIME), as the kernel gives
     * them: at most a second ago, never later than {@link #now}. Now where vehicle time follows no clock, or the machine's was set
     * meanwhile.
     */
    default long at(Instant stamp) {
        return now();
    }

    /** A new alarm, not armed yet, that runs {@code action} each time it goes off. Arming it again moves it. */
    Alarm alarm(Runnable action);

    /** Runs {@code action} once, {@code nanos} from now. */
    default Alarm after(long nanos, Runnable action) {
        Alarm alarm = alarm(action);
        alarm.in(nanos);
        return alarm;
    }
}
