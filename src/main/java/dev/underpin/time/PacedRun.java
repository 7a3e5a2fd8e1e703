package dev.underpin.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;

/**
 * Lets a {@link VirtualScheduler} follow the wall clock: each alarm goes off when its vehicle time has come, and other threads can hand in
 * work, which runs between two alarms.
 *
 * <p>A run that falls behind catches up; what it is more than a quarter of a second behind it gives up, and tells so once a second.
 *
 * <p>Threading: the scheduler belongs to the thread that calls {@link #run}; {@link #post} and {@link #stop} may be called on any.
 */
public final class PacedRun {
    private static final long TOLERATED = 250 * Nanos.MILLISECOND;

    private final VirtualScheduler scheduler;
    private final double speed;
    private final DoubleConsumer slips;
    private Wall wall;
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private long vehicleStart;
    private long wallStart;
    private long lost;
    private long told;
    private boolean begun;
    private final Lateness lateness = new Lateness();

    /** How a run waits, such as in the kernel for frames of real interfaces, which it then hands in. Called on the run's thread. */
    public interface Waiting {
        /** Waits at most {@code nanos}, less when there is something to hand in or {@link #wakeUp} was called. */
        void await(long nanos);

        /** Hands in one thing that came before the last wait ended, if there is one; the scheduler's clock is right. */
        default boolean handIn() {
            return false;
        }

        /** Ends the waiting; on any thread. A call while nobody waits ends the next waiting. */
        void wakeUp();
    }

    /** The clock and the waiting of one run, exchangeable for tests. */
    interface Wall extends Waiting {
        long nanos();

        /** The date, by the machine's clock. */
        Instant date();
    }

    /**
     * A run that has not begun.
     *
     * @param speed vehicle seconds per second, above 0
     * @param slips is told the seconds of wall time lost so far when the run cannot keep pace; on the run's thread
     */
    public PacedRun(VirtualScheduler scheduler, double speed, DoubleConsumer slips) {
        this(scheduler, speed, slips, new RealWall(new Parking()));
    }

    PacedRun(VirtualScheduler scheduler, double speed, DoubleConsumer slips, Wall wall) {
        this.scheduler = scheduler;
        this.speed = speed;
        this.slips = slips;
        this.wall = wall;
    }

    /** Makes it wait in a way of its own; before it runs and before anything is handed in. */
    public void waitBy(Waiting waiting) {
        wall = new RealWall(waiting);
    }

    /** Runs until {@link #stop}; an exception of an action or of handed-in work leaves it. */
    public void run() {
        while (!stopped) {
            turn(Long.MAX_VALUE);
        }
    }

    /**
     * One turn of the run, for who looks after each: one alarm that is due, or one thing that was handed in, or waiting. The first turn is
     * the run's beginning.
     *
     * @param until vehicle time, nanoseconds, beyond which it does not wait
     */
    public void turn(long until) {
        if (!begun) {
            begin();
        }
        long due = due();
        boolean idle = scheduler.nextAt() > due;
        if (idle) {
            scheduler.runUntil(due);
        }
        Runnable work = inbox.poll();
        if (work != null) {
            work.run();
        } else if (idle && !wall.handIn()) {
            wall.await(wallNanos(Math.min(Math.min(scheduler.nextAt(), until) - due, Nanos.HOUR)));
        }
        if (!idle) {
            scheduler.step();
            slip(due - scheduler.now());
        }
    }

    /** Lets vehicle time go on from where it stands: what has passed on the wall since the last turn does not count. */
    public void resume() {
        if (begun) {
            anchor();
        }
    }

    /** How late the alarms of this run went off. */
    public Lateness lateness() {
        return lateness;
    }

    private void begin() {
        begun = true;
        anchor();
        Dates dates = new Dates(wall);
        scheduler.follow(new VirtualScheduler.Clock() {
            @Override
            public long due() {
                return PacedRun.this.due();
            }

            @Override
            public long at(Instant stamp) {
                return vehicleTime(dates.nanos(stamp));
            }
        });
        told = wallStart - Nanos.SECOND;
    }

    /** Hands in work that runs soon, on the run's thread; work handed in by one thread runs in its order. */
    public void post(Runnable work) {
        inbox.add(work);
        wall.wakeUp();
    }

    /** Ends the run; work not begun is left. */
    public void stop() {
        stopped = true;
        wall.wakeUp();
    }

    private void anchor() {
        vehicleStart = scheduler.now();
        wallStart = wall.nanos();
    }

    private long due() {
        return vehicleTime(wall.nanos());
    }

    private long vehicleTime(long nanos) {
        return vehicleStart + (long) ((nanos - wallStart) * speed);
    }

    /** How long so much vehicle time takes on the wall. */
    Duration wallTime(long vehicleNanos) {
        return Duration.ofNanos(wallNanos(vehicleNanos));
    }

    private long wallNanos(long vehicleNanos) {
        return (long) (vehicleNanos / speed);
    }

    private void slip(long behind) {
        long late = wallNanos(behind);
        lateness.add(late);
        if (late <= TOLERATED) {
            return;
        }
        lost += late;
        anchor();
        if (wallStart - told >= Nanos.SECOND) {
            told = wallStart;
            slips.accept(Nanos.toSeconds(lost));
        }
    }

    private record RealWall(Waiting waiting) implements Wall {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant date() {
            return Instant.now();
        }

        @Override
        public void await(long nanos) {
            waiting.await(nanos);
        }

        @Override
        public boolean handIn() {
            return waiting.handIn();
        }

        @Override
        public void wakeUp() {
            waiting.wakeUp();
        }
    }

    private static final class Parking implements Waiting {
        private volatile Thread runner = Thread.currentThread();

        @Override
        public void await(long nanos) {
            runner = Thread.currentThread();
            LockSupport.parkNanos(this, nanos);
        }

        @Override
        public void wakeUp() {
            LockSupport.unpark(runner);
        }
    }
}
