package dev.underpin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedRunTest {
    private final VirtualScheduler vehicle = new VirtualScheduler();
    private final FakeWall wall = new FakeWall();
    private final List<String> events = new ArrayList<>();
    private final List<Double> slips = new ArrayList<>();

    /** A clock that moves only while somebody waits, or when it is pushed. */
    private static final class FakeWall implements PacedRun.Wall {
        private long now = 5 * Nanos.HOUR;
        private Runnable waiting = () -> {};

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public Instant date() {
            return Instant.EPOCH.plusNanos(now);
        }

        @Override
        public void await(long nanos) {
            now += Math.max(1, nanos);
            waiting.run();
        }

        @Override
        public void wakeUp() {}
    }

    @Test
    void an_alarm_goes_off_when_its_vehicle_time_has_come() {
        PacedRun run = new PacedRun(vehicle, 1, slips::add, wall);
        long start = wall.now;
        vehicle.after(20 * Nanos.MILLISECOND, () -> events.add("second at " + (wall.now - start)));
        vehicle.after(10 * Nanos.MILLISECOND, () -> events.add("first at " + (wall.now - start)));
        vehicle.after(30 * Nanos.MILLISECOND, run::stop);

        run.run();

        assertThat(events).containsExactly("first at 10000000", "second at 20000000");
        assertThat(slips).isEmpty();
    }

    @Test
    void four_times_as_fast_a_second_takes_a_quarter() {
        PacedRun run = new PacedRun(vehicle, 4, slips::add, wall);
        long start = wall.now;
        vehicle.after(Nanos.SECOND, run::stop);

        run.run();

        assertThat(wall.now - start).isEqualTo(Nanos.SECOND / 4);
        assertThat(vehicle.now()).isEqualTo(Nanos.SECOND);
    }

    @Test
    void work_handed_in_runs_at_the_vehicle_time_that_has_come() {
        PacedRun run = new PacedRun(vehicle, 2, slips::add, wall);
        vehicle.after(10 * Nanos.SECOND, run::stop);
        wall.waiting = () -> {
            wall.waiting = () -> {};
            wall.now -= 3 * Nanos.SECOND;
            run.post(() -> events.add("at " + vehicle.now()));
        };

        run.run();

        assertThat(events).containsExactly("at " + 4 * Nanos.SECOND);
    }

    @Test
    void what_is_far_behind_is_given_up_and_told() {
        PacedRun run = new PacedRun(vehicle, 1, slips::add, wall);
        vehicle.after(Nanos.SECOND, () -> wall.now += 3 * Nanos.SECOND);
        vehicle.after(2 * Nanos.SECOND, () -> events.add("late"));
        vehicle.after(3 * Nanos.SECOND, run::stop);

        run.run();

        assertThat(events).containsExactly("late");
        assertThat(slips).containsExactly(2.0);
    }

    @Test
    void a_little_behind_is_caught_up_with() {
        PacedRun run = new PacedRun(vehicle, 1, slips::add, wall);
        long start = wall.now;
        vehicle.after(Nanos.SECOND, () -> wall.now += Nanos.SECOND / 5);
        vehicle.after(2 * Nanos.SECOND, run::stop);

        run.run();

        assertThat(wall.now - start).isEqualTo(2 * Nanos.SECOND);
        assertThat(slips).isEmpty();
    }

    @Test
    void work_handed_in_is_not_starved_by_alarms_that_are_overdue() {
        PacedRun run = new PacedRun(vehicle, 1, slips::add, wall);
        Alarm[] busy = new Alarm[1];
        busy[0] = vehicle.alarm(() -> {
            wall.now += Nanos.MILLISECOND;
            busy[0].in(Nanos.MICROSECOND);
        });
        busy[0].in(0);
        run.post(() -> events.add("taken"));
        run.post(run::stop);

        run.run();

        assertThat(events).containsExactly("taken");
    }

    @Test
    void an_exception_leaves_the_run() {
        PacedRun run = new PacedRun(vehicle, 1, slips::add, wall);
        vehicle.after(1, () -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(run::run).hasMessage("broken");
    }

    @Test
    void real_threads_hand_in_work_while_it_waits() throws InterruptedException {
        PacedRun run = new PacedRun(vehicle, 1, slips::add);
        Thread other = Thread.ofVirtual().start(() -> {
            run.post(() -> events.add("one"));
            run.post(() -> events.add("two"));
            run.post(run::stop);
        });

        run.run();

        other.join();
        assertThat(events).containsExactly("one", "two");
    }

    @Test
    void how_far_a_run_is_behind_can_be_asked() {
        PacedRun run = new PacedRun(vehicle, 1, slips::add, wall);
        vehicle.after(10 * Nanos.MILLISECOND, () -> {
            wall.now += 100 * Nanos.MILLISECOND;
            events.add("behind by " + vehicle.lag());
        });
        vehicle.after(50 * Nanos.MILLISECOND, () -> events.add("behind by " + vehicle.lag()));
        vehicle.after(200 * Nanos.MILLISECOND, run::stop);

        assertThat(vehicle.lag()).isZero();
        run.run();

        assertThat(events).containsExactly("behind by 100000000", "behind by 60000000");
    }

    @Test
    void a_time_stamp_of_the_machines_clock_is_a_moment_of_vehicle_time() {
        PacedRun run = new PacedRun(vehicle, 2, slips::add, wall);
        vehicle.after(Nanos.SECOND, () -> {
            Instant stamp = wall.date().minusNanos(3 * Nanos.MILLISECOND);
            events.add("at " + vehicle.at(stamp));
        });
        vehicle.after(2 * Nanos.SECOND, run::stop);

        run.run();

        assertThat(events).containsExactly("at " + 994 * Nanos.MILLISECOND);
    }

    @Test
    void a_time_stamp_is_never_of_the_future_and_counts_for_nothing_once_the_machines_clock_was_set() {
        PacedRun run = new PacedRun(vehicle, 1, slips::add, wall);
        vehicle.after(10 * Nanos.SECOND, () -> {
            events.add("at " + vehicle.at(wall.date().plusSeconds(3)));
            events.add("at " + vehicle.at(wall.date().minusSeconds(3)));
            wall.now += 5 * Nanos.MILLISECOND;
            events.add("at " + vehicle.at(wall.date()));
            run.stop();
        });

        run.run();

        assertThat(events).containsOnly("at " + 10 * Nanos.SECOND).hasSize(3);
    }

    @Test
    void where_vehicle_time_follows_no_clock_a_time_stamp_is_of_now() {
        vehicle.runUntil(Nanos.SECOND);

        assertThat(vehicle.at(Instant.EPOCH)).isEqualTo(Nanos.SECOND);
    }
}
