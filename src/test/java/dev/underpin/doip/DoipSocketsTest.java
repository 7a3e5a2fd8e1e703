package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.doip.EntityBench.Caller;
import dev.underpin.time.Nanos;
import org.junit.jupiter.api.Test;

/** Who gets a TCP_DATA socket of an entity, and who keeps one. */
class DoipSocketsTest {
    private static final String ALIVE_CHECK = "03fc000700000000";
    private static final String ACTIVATED_0E81 = "03fc0006000000090e8110011000000000";

    private final EntityBench bench = new EntityBench();

    @Test
    void as_many_testers_as_there_are_sockets_are_served_at_once() {
        for (int tester = 0; tester < 8; tester++) {
            Caller caller = bench.call();
            caller.activate(0x0E80 + tester);

            assertThat(caller.heard()).singleElement().asString().contains("10011000000000");
        }
    }

    @Test
    void the_last_socket_is_denied_with_01_when_all_who_have_one_are_alive() {
        bench.gateway.limit(EntityLimits.STANDARD.sockets(2));
        Caller first = bench.activated(0x0E80);
        Caller second = bench.activated(0x0E82);

        Caller third = bench.call();
        third.activate(0x0E81);

        assertThat(first.heard()).containsExactly(ALIVE_CHECK);
        assertThat(second.heard()).containsExactly(ALIVE_CHECK);
        assertThat(third.heard()).containsExactly("03fc0006000000090e8110010100000000");
        assertThat(third.ended).isEqualTo("closed by GW");
        assertThat(first.ended).isEmpty();
        assertThat(second.ended).isEmpty();
    }

    @Test
    void who_does_not_answer_the_alive_check_in_half_a_second_is_closed_and_its_socket_given_away() {
        bench.gateway.limit(EntityLimits.STANDARD.sockets(2));
        Caller silent = bench.activated(0x0E80);
        silent.alive = false;
        Caller alive = bench.activated(0x0E82);
        Caller third = bench.call();

        third.activate(0x0E81);
        bench.pass(498 * Nanos.MILLISECOND);
        assertThat(silent.ended).isEmpty();
        assertThat(third.heard()).isEmpty();
        bench.pass(2 * Nanos.MILLISECOND);

        assertThat(silent.heard()).containsExactly(ALIVE_CHECK);
        assertThat(silent.ended).isEqualTo("closed by GW");
        assertThat(alive.ended).isEmpty();
        assertThat(third.heard()).containsExactly(ACTIVATED_0E81);
    }

    @Test
    void an_address_in_use_by_a_tester_that_is_alive_is_denied_with_03() {
        Caller first = bench.activated(0x0E81);
        Caller bystander = bench.activated(0x0E80);

        Caller second = bench.call();
        second.activate(0x0E81);

        assertThat(first.heard()).containsExactly(ALIVE_CHECK);
        assertThat(bystander.heard()).isEmpty();
        assertThat(second.heard()).containsExactly("03fc0006000000090e8110010300000000");
        assertThat(second.ended).isEqualTo("closed by GW");
        assertThat(first.ended).isEmpty();
    }

    @Test
    void an_address_in_use_by_a_tester_that_is_silent_moves_to_the_new_socket() {
        Caller first = bench.activated(0x0E81);
        first.alive = false;
        Caller second = bench.call();
        second.activate(0x0E81);
        assertThat(second.heard()).isEmpty();

        bench.pass(500 * Nanos.MILLISECOND);

        assertThat(first.ended).isEqualTo("closed by GW");
        assertThat(second.heard()).containsExactly(ACTIVATED_0E81);
    }

    @Test
    void a_tester_whose_host_lost_the_connection_makes_room_without_waiting() {
        Caller first = bench.activated(0x0E81);
        bench.link.power(first.host, false);
        bench.link.power(first.host, true);

        Caller second = bench.call();
        second.activate(0x0E81);

        assertThat(second.heard()).containsExactly(ACTIVATED_0E81);
    }

    @Test
    void an_alive_answer_with_another_address_is_none() {
        Caller first = bench.activated(0x0E81);
        first.alive = false;
        Caller second = bench.call();
        second.activate(0x0E81);

        first.say("03fc0008000000020e80");
        bench.pass(500 * Nanos.MILLISECOND);

        assertThat(first.ended).isEqualTo("closed by GW");
        assertThat(second.heard()).containsExactly(ACTIVATED_0E81);
    }

    @Test
    void of_two_newcomers_for_one_freed_socket_one_gets_it_and_the_other_01() {
        bench.gateway.limit(EntityLimits.STANDARD.sockets(1));
        Caller silent = bench.activated(0x0E80);
        silent.alive = false;
        Caller second = bench.call();
        second.activate(0x0E81);

        Caller third = bench.call();
        bench.pass(500 * Nanos.MILLISECOND);

        assertThat(third.ended).isEqualTo("closed by GW");
        assertThat(second.heard()).containsExactly(ACTIVATED_0E81);
        assertThat(silent.ended).isEqualTo("closed by GW");
    }

    @Test
    void a_sign_of_life_that_nobody_asked_for_keeps_a_connection() {
        Caller tester = bench.activated(0x0E80);
        bench.pass(4 * Nanos.MINUTE);

        tester.say("03fc0008000000020e80");
        bench.pass(4 * Nanos.MINUTE);
        assertThat(tester.ended).isEmpty();
        bench.pass(61 * Nanos.SECOND);

        assertThat(tester.ended).isEqualTo("closed by GW");
        assertThat(tester.heard()).isEmpty();
    }

    @Test
    void a_sign_of_life_before_activation_does_not_stretch_the_two_seconds() {
        Caller tester = bench.call();
        bench.pass(1900 * Nanos.MILLISECOND);

        tester.say("03fc0008000000020e80");
        bench.pass(100 * Nanos.MILLISECOND);

        assertThat(tester.ended).isEqualTo("closed by GW");
    }

    @Test
    void a_tester_that_hangs_up_frees_its_socket_at_once() {
        bench.gateway.limit(EntityLimits.STANDARD.sockets(1));
        bench.activated(0x0E80).hangUp();

        Caller second = bench.call();
        second.activate(0x0E81);

        assertThat(second.heard()).containsExactly(ACTIVATED_0E81);
    }
}
