package dev.underpin.vehicle.telematics;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One life of a program in the telematics unit, from its start to the loss of power. What it set going and has not come back by then
 * never comes back to it. An exception in a callback is not lost in a future but ends the run.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class Life {
    private final Scheduler scheduler;
    private final BooleanSupplier outlived;
    private boolean over;

    public Life(Scheduler scheduler) {
        this(scheduler, () -> false);
    }

    private Life(Scheduler scheduler, BooleanSupplier outlived) {
        this.scheduler = scheduler;
        this.outlived = outlived;
    }

    /** A life within this one: it can end before, and ends with it. */
    public Life within() {
        return new Life(scheduler, this::over);
    }

    /** Whether it has ended. */
    public boolean over() {
        return over || outlived.getAsBoolean();
    }

    /** Vehicle time, nanoseconds. */
    public long now() {
        return scheduler.now();
    }

    /** Ends it: nothing that was set going comes back any more. */
    public void end() {
        over = true;
    }

    /** An alarm that goes silent with this life. */
    public Alarm alarm(Runnable action) {
        return scheduler.alarm(() -> {
            if (!over()) {
                action.run();
            }
        });
    }

    /** Runs {@code action} {@code nanos} from now. */
    public Alarm after(long nanos, Runnable action) {
        Alarm alarm = alarm(action);
        alarm.in(nanos);
        return alarm;
    }

    /** A future that completes {@code nanos} from now. */
    public CompletableFuture<Void> pause(long nanos) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        after(nanos, () -> done.complete(null));
        return done;
    }

    /** Hands the outcome of {@code future} to one of the two. */
    public <T> void when(CompletableFuture<T> future, Consumer<T> value, Consumer<Throwable> failure) {
        future.whenComplete((result, trouble) -> {
            if (!over()) {
                loudly(() -> {
                    if (trouble == null) {
                        value.accept(result);
                    } else {
                        failure.accept(trouble);
                    }
                });
            }
        });
    }

    /** {@link #when} for an outcome that makes no difference. */
    public void either(CompletableFuture<?> future, Runnable next) {
        when(future, result -> next.run(), failure -> next.run());
    }

    private void loudly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error defect) {
            scheduler.after(0, () -> {
                throw defect;
            });
        }
    }
}
