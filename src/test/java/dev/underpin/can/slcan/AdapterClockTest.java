package dev.underpin.can.slcan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import org.junit.jupiter.api.Test;

class AdapterClockTest {
    private static final long DELAY = 2 * Nanos.MILLISECOND;
    private final AdapterClock clock = new AdapterClock();

    @Test
    void the_delay_of_a_late_frame_is_taken_off() {
        long first = clock.at(100, 5 * Nanos.SECOND + DELAY);

        long late = clock.at(110, 5 * Nanos.SECOND + 30 * Nanos.MILLISECOND);

        assertThat(late - first).isEqualTo(10 * Nanos.MILLISECOND);
    }

    @Test
    void the_minute_that_begins_again_is_no_step_in_time_however_long_nothing_came() {
        Entropy entropy = new Entropy(3);
        long now = 59 * Nanos.SECOND;
        for (int i = 0; i < 3_000; i++) {
            int stamp = (int) (now / Nanos.MILLISECOND % 60_000);
            long heard = now + DELAY + entropy.below(3 * Nanos.MILLISECOND);

            long at = clock.at(stamp, heard);

            assertThat(at).isBetween(now - Nanos.MILLISECOND, heard);
            now += entropy.below(i % 100 == 0 ? 200 * Nanos.SECOND : Nanos.SECOND);
        }
    }

    @Test
    void a_clock_that_drifts_is_followed() {
        double rate = 1.0001;
        long worst = 0;
        for (long now = 0; now < 1_000 * Nanos.SECOND; now += 500 * Nanos.MILLISECOND) {
            int stamp = (int) ((long) (now * rate) / Nanos.MILLISECOND % 60_000);
            worst = Math.max(worst, Math.abs(clock.at(stamp, now + DELAY) - now - DELAY));
        }

        assertThat(worst).isLessThan(6 * Nanos.MILLISECOND);
    }
}
