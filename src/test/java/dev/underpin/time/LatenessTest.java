package dev.underpin.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {
    @Test
    void quantiles_are_at_most_an_eighth_too_high() {
        Lateness late = new Lateness();
        for (long nanos = 1; nanos <= 100_000; nanos++) {
            late.add(nanos);
        }

        assertThat(late.quantile(0.5)).isBetween(50_000L, 56_250L);
        assertThat(late.quantile(0.99)).isBetween(99_000L, 100_000L);
        assertThat(late.most()).isEqualTo(100_000);
        assertThat(late.size()).isEqualTo(100_000);
    }

    @Test
    void nothing_counted_is_no_lateness() {
        assertThat(new Lateness().quantile(0.99)).isZero();
    }

    @Test
    void the_longest_of_all_finds_a_place() {
        Lateness late = new Lateness();
        late.add(Long.MAX_VALUE);

        assertThat(late.quantile(1)).isEqualTo(Long.MAX_VALUE);
    }
}
