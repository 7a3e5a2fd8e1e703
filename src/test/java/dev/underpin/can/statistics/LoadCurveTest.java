package dev.underpin.can.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadCurveTest {
    private static final long MILLI = Nanos.MILLISECOND;

    @Test
    void a_frame_is_spread_over_the_slots_in_which_it_took_the_bus() {
        LoadCurve curve = new LoadCurve(0);

        curve.add(2_250_000, 500_000);

        assertThat(curve.size()).isEqualTo(3);
        assertThat(curve.load(0)).isZero();
        assertThat(curve.load(1)).isEqualTo(0.25);
        assertThat(curve.load(2)).isEqualTo(0.25);
        assertThat(curve.peak()).isEqualTo(0.25);
    }

    @Test
    void what_lies_before_the_origin_is_left_out() {
        LoadCurve curve = new LoadCurve(10 * MILLI);

        curve.add(9 * MILLI, 100_000);
        curve.add(10 * MILLI + 100_000, 300_000);

        assertThat(curve.size()).isEqualTo(1);
        assertThat(curve.load(0)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_time_is_lost_whatever_widens_the_slots(long seed) {
        Entropy entropy = new Entropy(seed);
        LoadCurve curve = new LoadCurve(0);
        long at = 0;
        long busy = 0;
        for (int i = 0; i < 20_000; i++) {
            long nanos = 40_000 + entropy.below(500_000);
            at += nanos + entropy.below(seed * 4 * MILLI);
            busy += nanos;
            curve.add(at, nanos);
        }

        assertThat(curve.size()).isLessThanOrEqualTo(LoadCurve.SLOTS);
        assertThat(curve.span()).isEqualTo(at);
        assertThat(sum(curve) * curve.width()).isCloseTo(busy, within(1.0));
        double[] columns = curve.resampled(77, curve.span());
        assertThat(Arrays.stream(columns).sum() * curve.span() / 77).isCloseTo(busy, within((double) curve.width()));
    }

    @Test
    void the_latest_moment_that_a_log_can_hold_fits() {
        LoadCurve curve = new LoadCurve(0);

        curve.add(100_000, 100_000);
        curve.add(Long.MAX_VALUE, 200_000);

        assertThat(sum(curve) * curve.width()).isCloseTo(300_000, within(1.0));
    }

    private static double sum(LoadCurve curve) {
        double sum = 0;
        for (int slot = 0; slot < curve.size(); slot++) {
            sum += curve.load(slot);
        }
        return sum;
    }
}
