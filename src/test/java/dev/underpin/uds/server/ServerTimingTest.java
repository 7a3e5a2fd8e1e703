package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Session;
import org.junit.jupiter.api.Test;

/** ISO 14229-2:2021: P2, P2* and S3 of the server. */
class ServerTimingTest {
    private final Bench bench = new Bench();

    @Test
    void work_that_takes_long_is_announced_within_p2_and_then_again_within_p2_star() {
        bench.given("10 03");
        long asked = bench.scheduler.now() / Nanos.MILLISECOND;

        bench.put("31 01 03 00", false);
        bench.pass(9 * Nanos.SECOND);

        assertThat(bench.heardAt()).containsExactly(asked + 40, asked + 4040, asked + 8040);
        assertThat(bench.heard()).isEqualTo("7F 31 78, 7F 31 78, 7F 31 78");
    }

    @Test
    void the_final_answer_ends_the_waiting() {
        bench.given("10 03");
        bench.put("31 01 03 00", false);
        bench.pass(Nanos.SECOND);
        bench.ecu.owed.getFirst().positive((byte) 1);
        bench.ecu.owed.getFirst().positive((byte) 2);
        bench.pass(20 * Nanos.SECOND);

        assertThat(bench.heard()).isEqualTo("7F 31 78, 71 01 03 00 01");
    }

    @Test
    void a_physical_request_while_another_is_served_is_told_to_come_again() {
        bench.given("10 03, 31 01 03 00");

        assertThat(bench.ask("22 F1 90")).isEqualTo("7F 22 21");
    }

    @Test
    void a_physical_request_while_the_response_still_leaves_is_told_to_come_again_too() {
        bench.sendingTakes(5 * Nanos.MILLISECOND);
        bench.put("22 F1 90", false);
        bench.pass(2 * Nanos.MILLISECOND);

        assertThat(bench.ask("22 F1 8C")).isEqualTo("62 F1 90 56 49 4E, 7F 22 21");
        bench.pass(5 * Nanos.MILLISECOND);
        assertThat(bench.ask("22 F1 8C")).isEqualTo("62 F1 8C 07");
    }

    @Test
    void tester_present_and_functional_requests_while_another_is_served_are_passed_over() {
        bench.given("10 03, 31 01 03 00");

        assertThat(bench.ask("3E 80")).isEmpty();
        assertThat(bench.askAll("22 F1 90")).isEmpty();
    }

    @Test
    void a_session_falls_back_after_five_idle_seconds_locked_and_restored() {
        bench.given("10 03, 27 01, 27 02 12 23, 28 03 01, 85 02");
        bench.pass(4_990 * Nanos.MILLISECOND);
        assertThat(bench.server.session()).isEqualTo(Session.EXTENDED);
        bench.ecu.asked.clear();

        bench.pass(20 * Nanos.MILLISECOND);

        assertThat(bench.server.session()).isEqualTo(Session.DEFAULT);
        assertThat(bench.server.unlockedLevel()).isZero();
        assertThat(bench.ecu.asked).containsExactly("setting true", "communication true true 3", "session DEFAULT");
    }

    @Test
    void a_functional_suppressed_tester_present_keeps_the_session() {
        bench.given("10 03");
        for (int i = 0; i < 5; i++) {
            bench.pass(4 * Nanos.SECOND);
            bench.askAll("3E 80");
        }

        assertThat(bench.server.session()).isEqualTo(Session.EXTENDED);
    }

    @Test
    void a_request_being_served_holds_the_session_and_its_end_starts_the_time_anew() {
        bench.given("10 03, 31 01 03 00");
        bench.pass(12 * Nanos.SECOND);
        bench.ecu.owed.getFirst().positive((byte) 0);
        bench.pass(4_900 * Nanos.MILLISECOND);
        assertThat(bench.server.session()).isEqualTo(Session.EXTENDED);

        bench.pass(200 * Nanos.MILLISECOND);

        assertThat(bench.server.session()).isEqualTo(Session.DEFAULT);
    }

    @Test
    void a_server_without_power_is_silent_and_starts_again_in_the_default_session() {
        bench.given("10 03, 31 01 03 00");
        bench.server.powerOff();
        assertThat(bench.ask("22 F1 90")).isEmpty();
        bench.ecu.owed.getFirst().positive((byte) 0);

        bench.server.powerOn();

        assertThat(bench.heard()).isEmpty();
        assertThat(bench.server.session()).isEqualTo(Session.DEFAULT);
        assertThat(bench.ask("22 F1 8C")).isEqualTo("62 F1 8C 07");
    }
}
