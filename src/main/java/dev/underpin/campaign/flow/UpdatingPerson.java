package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Driver;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A person who wants an update installed: does what the screen asks for, mends what it complains of, and retries when it offers that. */
final class UpdatingPerson {
    static final long GLANCE = 200 * Nanos.MILLISECOND;

    private static final String ERROR = "update.error";
    private static final String RETRY = "Retry";
    private static final long BEFORE_RETRY = 10 * Nanos.SECOND;

    private final Bench bench;
    private final Bearer bearer;
    private final Finger finger;
    private long retryAt = Long.MAX_VALUE;
    private Optional<String> end = Optional.empty();

    UpdatingPerson(Bench bench, Bearer bearer) {
        this.bench = bench;
        this.bearer = bearer;
        this.finger = new Finger(bench);
    }

    /** @param choices the buttons to take, the most wanted first */
    void act(List<String> choices) {
        if (driver().sees(Finger.INFOTAINMENT, "update.done")) {
            end = Optional.of(Course.DONE);
        } else if (driver().sees(Finger.INFOTAINMENT, ERROR)) {
            mend(driver().title(Finger.INFOTAINMENT, ERROR).orElse(""));
        } else {
            retryAt = Long.MAX_VALUE;
            finger.pressFirst(choices);
            finger.pressElsewhere(
                    Stream.concat(choices.stream(), Stream.of(RETRY)).toList());
        }
    }

    /** How it ended, see {@link Course#end()}. */
    Optional<String> end() {
        return end;
    }

    private void mend(String title) {
        long now = bench.calendar().scheduler().now();
        if (!driver().buttons(Finger.INFOTAINMENT).contains(RETRY)) {
            end = Optional.of(title);
        } else if (retryAt == Long.MAX_VALUE) {
            Remedy.apply(title, bearer, bench);
            retryAt = now + BEFORE_RETRY;
        } else if (now >= retryAt) {
            retryAt = now + BEFORE_RETRY;
            finger.press(RETRY);
        }
    }

    private Driver driver() {
        return bench.driver();
    }
}
