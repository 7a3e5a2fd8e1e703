package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO 14229-1:2020 clause 10.4 and annex I. */
class SecurityAccessTest {
    private static final long DELAY = ServerTiming.STANDARD.keyDelay();

    private final Bench bench = new Bench();

    @BeforeEach
    void extendedSession() {
        bench.given("10 03");
    }

    @Test
    void the_right_key_unlocks() {
        bench.given("27 01");

        assertThat(bench.ask("27 02 12 23")).isEqualTo("67 02");
        assertThat(bench.server.unlockedLevel()).isEqualTo(1);
    }

    @Test
    void an_unlocked_level_gives_a_seed_of_zeros() {
        bench.given("27 01, 27 02 12 23");

        assertThat(bench.ask("27 01")).isEqualTo("67 01 00 00");
    }

    @Test
    void unlocking_another_level_locks_the_first() {
        bench.given("27 01, 27 02 12 23, 27 03, 27 04 12 23");

        assertThat(bench.server.unlockedLevel()).isEqualTo(2);
        assertThat(bench.ask("22 01 01")).isEqualTo("7F 22 33");
    }

    @Test
    void a_key_for_the_seed_of_another_level_is_out_of_sequence() {
        bench.given("27 01");

        assertThat(bench.ask("27 04 12 23")).isEqualTo("7F 27 24");
    }

    @Test
    void a_wrong_key_costs_the_seed() {
        bench.given("27 01");

        assertThat(bench.ask("27 02 00 00")).isEqualTo("7F 27 35");
        assertThat(bench.ask("27 02 12 23")).isEqualTo("7F 27 24");
    }

    @Test
    void a_key_of_the_wrong_length_is_not_an_attempt() {
        bench.given("27 01");

        assertThat(bench.ask("27 02 12")).isEqualTo("7F 27 13");
        assertThat(bench.ask("27 02 12 23")).isEqualTo("67 02");
    }

    @Test
    void the_third_wrong_key_ends_the_attempts_until_the_delay_is_over() {
        bench.given("27 01, 27 02 00 00, 27 01, 27 02 00 00, 27 01");
        assertThat(bench.ask("27 02 00 00")).isEqualTo("7F 27 36");
        assertThat(bench.ask("27 01")).isEqualTo("7F 27 37");

        keepSessionFor(DELAY);

        assertThat(bench.ask("27 01")).isEqualTo("67 01 11 22");
    }

    @Test
    void after_the_delay_one_more_wrong_key_starts_it_again() {
        bench.given("27 01, 27 02 00 00, 27 01, 27 02 00 00, 27 01, 27 02 00 00");
        keepSessionFor(DELAY);
        bench.given("27 01");

        assertThat(bench.ask("27 02 00 00")).isEqualTo("7F 27 36");
    }

    @Test
    void a_right_key_forgives_the_wrong_ones() {
        bench.given("27 01, 27 02 00 00, 27 01, 27 02 12 23");

        assertThat(bench.ecu.failedAttempts()).isZero();
    }

    @Test
    void the_delay_survives_a_reset() {
        bench.given("27 01, 27 02 00 00, 27 01, 27 02 00 00, 27 01, 27 02 00 00");
        bench.server.powerOff();
        bench.server.powerOn();
        bench.given("10 03");

        assertThat(bench.ask("27 01")).isEqualTo("7F 27 37");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 01", "10 02", "10 03"})
    void any_change_of_session_locks_and_takes_the_seed_back(String change) {
        bench.given("27 01, 27 02 12 23, 27 03");
        bench.given(change);
        bench.given("10 03");

        assertThat(bench.server.unlockedLevel()).isZero();
        assertThat(bench.ask("27 04 12 23")).isEqualTo("7F 27 24");
    }

    private void keepSessionFor(long nanos) {
        for (long passed = 0; passed < nanos; passed += Nanos.SECOND) {
            bench.pass(Nanos.SECOND);
            bench.ask("3E 80");
        }
    }
}
