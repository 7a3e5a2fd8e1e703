package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The day, the night and the morning of a scheduled update; who is told by the app that it is done need not look into the car. */
final class ScheduledCourse implements Course {
    private static final LocalTime MORNING = LocalTime.of(5, 0);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long LEAVING = 5 * Nanos.SECOND;
    private static final long ASLEEP = Nanos.MINUTE;
    /** The last shows only in a vehicle that somebody switches on. */
    private static final List<String> PROMISED = List.of("OTS-Q1", "OTS-Q2", "OTS-Q3");

    private static final List<String> BY_DAY = List.of("Schedule", "Download Now");
    private static final List<String> IN_THE_MORNING = List.of("Confirm", "Install Now", "Install Update");

    private enum Stage {
        DAY,
        NIGHT,
        MORNING
    }

    private final Bench bench;
    private final UpdatingPerson person;
    private final Instant morning;
    private Stage stage = Stage.DAY;
    private boolean told;

    ScheduledCourse(Bench bench, Bearer bearer) {
        this.bench = bench;
        this.person = new UpdatingPerson(bench, bearer);
        this.morning = bench.calendar()
                .utc()
                .atZone(ZoneOffset.UTC)
                .with(MORNING)
                .toInstant()
                .plus(DAY);
    }

    @Override
    public long act() {
        return switch (stage) {
            case DAY -> byDay();
            case NIGHT -> atNight();
            case MORNING -> inTheMorning();
        };
    }

    @Override
    public Optional<String> end() {
        return told ? Optional.of(DONE) : person.end();
    }

    @Override
    public List<String> postconditions() {
        return told ? PROMISED.subList(0, 2) : PROMISED;
    }

    private long byDay() {
        boolean downloaded = bench.driver().sees(Finger.INFOTAINMENT, "update.downloaded");
        person.act(downloaded ? BY_DAY : BY_DAY.subList(1, 2));
        if (bench.driver().sees(Finger.INFOTAINMENT, "update.scheduled")) {
            bench.await().pass(LEAVING);
            bench.driver().ignition(false);
            stage = Stage.NIGHT;
            return ASLEEP;
        }
        return UpdatingPerson.GLANCE;
    }

    private long atNight() {
        told = bench.driver().sees(Finger.APP, "update.done");
        if (told || bench.calendar().utc().isBefore(morning)) {
            return ASLEEP;
        }
        bench.driver().ignition(true);
        stage = Stage.MORNING;
        return LEAVING;
    }

    private long inTheMorning() {
        person.act(IN_THE_MORNING);
        return UpdatingPerson.GLANCE;
    }
}
