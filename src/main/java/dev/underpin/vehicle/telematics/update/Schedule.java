package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Alarm;
import dev.underpin.time.Calendar;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.screen.View;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Starts an update in its window and only there. What stands in the way is told and looked at again every minute; a window that
 * passes unused is followed by the next usual one, and the user is told that too.
 */
final class Schedule {
    private static final long LOOK_AGAIN = Nanos.MINUTE;

    private final Calendar calendar;
    private final Course course;
    private final Preconditions preconditions;
    private final BooleanSupplier imagesAreHere;
    private final Runnable due;
    private final Alarm alarm;

    /**
     * @param imagesAreHere whether there is nothing left to download
     * @param due the window is open and nothing stands in the way
     */
    Schedule(UpdateParts parts, Course course, BooleanSupplier imagesAreHere, Runnable due) {
        this.calendar = parts.calendar();
        this.course = course;
        this.preconditions = parts.preconditions();
        this.imagesAreHere = imagesAreHere;
        this.due = due;
        this.alarm = parts.life().alarm(this::look);
    }

    /** Chooses the window that opens {@code at}, or the next usual one; a moment that has passed means now. */
    void choose(Optional<Instant> at) {
        Instant now = calendar.utc();
        wait(at.map(it -> it.isBefore(now) ? now : it).orElseGet(() -> Window.next(now)));
    }

    /** Goes on after a loss of power. */
    void resume() {
        wait(course.journal().window().orElseGet(() -> Window.next(calendar.utc())));
    }

    /** Looks now. */
    void lookNow() {
        alarm.in(0);
    }

    /** Shows what is appointed. */
    void show() {
        show(scheduled(course.journal().window().orElseThrow()));
    }

    /** No window any more. */
    void drop() {
        alarm.cancel();
        course.journal().window(null);
    }

    /** The start did not come to anything: looks again while the window is open, else waits for the next. */
    void defer(Reason reason) {
        Instant opens = course.journal().window().orElseThrow();
        course.journal().phase(Phase.SCHEDULED);
        if (Window.open(opens, calendar.utc())) {
            show(scheduled(opens, "Waits until this is put right"), UpdateViews.error(reason));
            alarm.in(LOOK_AGAIN);
        } else {
            Instant next = Window.next(calendar.utc());
            course.journal().window(next);
            show(
                    scheduled(next, "The appointed start was missed"),
                    UpdateViews.error(reason, "The update starts at the next appointed time"));
            alarm.at(calendar.nanosOf(next));
        }
        course.note(reason);
    }

    private void wait(Instant opens) {
        course.journal().window(opens);
        course.enter(Phase.SCHEDULED, scheduled(opens));
        alarm.at(calendar.nanosOf(opens));
    }

    /** What has to be fulfilled for a start. */
    private Moment moment() {
        if (imagesAreHere.getAsBoolean()) {
            return Moment.CONFIRM;
        }
        return course.journal().confirmed() ? Moment.INSTALL_UPDATE : Moment.DOWNLOAD;
    }

    private View scheduled(Instant opens, String... told) {
        return course.journal().confirmed()
                ? UpdateViews.scheduled(course.offer(), opens, told)
                : UpdateViews.unconfirmed(course.offer(), opens, told);
    }

    private void look() {
        Optional<Reason> obstacle = preconditions.obstacle(moment());
        Instant opens = course.journal().window().orElseThrow();
        if (!Window.open(opens, calendar.utc())) {
            defer(obstacle.orElse(Reason.CANCELLED));
        } else if (obstacle.isPresent()) {
            defer(obstacle.get());
        } else {
            due.run();
        }
    }

    private void show(View... views) {
        course.screens().show(views);
    }
}
