package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.doip.EntityBench.Caller;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entity asks of a routing activation. */
class DoipActivationTest {
    private static final String DONE = "03fc0006000000090e8010011000000000";

    private final EntityBench bench = new EntityBench();

    @ParameterizedTest(name = "from {0}, type {1}: {2}")
    @CsvSource({
        "0dff, 00, 00", "1000, 00, 00", "0e00, 00, 10", "0fff, 00, 10",
        "0e80, 01, 10", "0e80, 02, 06", "0e80, e0, 06", "0dff, e0, 00"
    })
    void addresses_and_types_are_judged_in_this_order(String tester, String type, String code) {
        Caller caller = bench.call();

        caller.say("03fc000500000007%s%s00000000".formatted(tester, type));

        assertThat(caller.heard()).containsExactly("03fc000600000009%s1001%s00000000".formatted(tester, code));
        assertThat(caller.ended.isEmpty()).isEqualTo(code.equals("10"));
    }

    @Test
    void a_second_activation_by_the_same_tester_is_done_again() {
        Caller caller = bench.activated(0x0E80);

        caller.activate(0x0E80);

        assertThat(caller.heard()).containsExactly(DONE);
    }

    @Test
    void an_entity_that_wants_tls_denies_plain_tcp_with_07() {
        bench.gateway.activate(ActivationRules.MUTUAL_TLS);
        Caller plain = bench.call();

        plain.activate(0x0E80);

        assertThat(plain.heard()).containsExactly("03fc0006000000090e8010010700000000");
        assertThat(plain.ended).isEqualTo("closed by GW");
    }

    @Test
    void over_tls_a_tester_with_a_certificate_gets_in() {
        bench.gateway.activate(ActivationRules.MUTUAL_TLS);
        Caller secured = bench.call(Transport.TLS, "tester");

        secured.activate(0x0E80);

        assertThat(secured.heard()).containsExactly(DONE);
    }

    @Test
    void without_a_certificate_it_is_denied_with_04_and_may_try_again_until_its_time_is_over() {
        bench.gateway.activate(ActivationRules.MUTUAL_TLS);
        Caller nameless = bench.call(Transport.TLS, "");

        nameless.activate(0x0E80);

        assertThat(nameless.heard()).containsExactly("03fc0006000000090e8010010400000000");
        assertThat(nameless.ended).isEmpty();
        bench.pass(2 * Nanos.SECOND);
        assertThat(nameless.ended).isEqualTo("closed by GW");
    }

    @Test
    void the_makers_field_may_say_who_the_tester_is() {
        List<String> oem = new ArrayList<>();
        bench.gateway.activate(ActivationRules.STANDARD.authentic(request -> {
            oem.add(HexFormat.of().formatHex(request.oem()));
            return request.oem().length == 4 && request.oem()[0] == 0x55;
        }));
        Caller caller = bench.call();

        caller.say("03fc0005000000070e800000000000");
        caller.say("03fc00050000000b0e80000000000055667788");

        assertThat(oem).containsExactly("", "55667788");
        assertThat(caller.heard()).containsExactly("03fc0006000000090e8010010400000000", DONE);
    }

    @Test
    void a_denial_for_authentication_frees_the_socket() {
        bench.gateway.limit(EntityLimits.STANDARD.sockets(1));
        bench.gateway.activate(ActivationRules.STANDARD.authentic(request -> request.tester() == 0x0E80));
        bench.call().activate(0x0E81);

        Caller second = bench.call();
        second.activate(0x0E80);

        assertThat(second.heard()).containsExactly(DONE);
    }

    @Test
    void an_activation_to_be_confirmed_is_told_so_and_done_when_it_is() {
        List<Consumer<Boolean>> asked = new ArrayList<>();
        bench.gateway.activate(ActivationRules.STANDARD.confirmedBy((request, answer) -> asked.add(answer)));
        Caller caller = bench.call();

        caller.activate(0x0E80);
        caller.ask(EntityBench.BMS, "3e00");
        assertThat(caller.heard()).containsExactly("03fc0006000000090e8010011100000000", "03fc80030000000510110e8006");
        bench.pass(10 * Nanos.SECOND);
        asked.getFirst().accept(true);
        bench.pass(Nanos.MILLISECOND);
        caller.ask(EntityBench.BMS, "3e00");

        assertThat(caller.heard()).containsExactly(DONE, "03fc80020000000510110e8000");
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_activation_that_is_rejected_is_denied_with_05() {
        List<Consumer<Boolean>> asked = new ArrayList<>();
        bench.gateway.activate(ActivationRules.STANDARD.confirmedBy((request, answer) -> asked.add(answer)));
        Caller caller = bench.call();
        caller.activate(0x0E80);
        caller.heard();

        asked.getFirst().accept(false);
        bench.pass(Nanos.MILLISECOND);

        assertThat(caller.heard()).containsExactly("03fc0006000000090e8010010500000000");
        assertThat(caller.ended).isEqualTo("closed by GW");
    }

    @Test
    void a_confirmation_that_comes_after_the_tester_left_does_nothing() {
        List<Consumer<Boolean>> asked = new ArrayList<>();
        bench.gateway.activate(ActivationRules.STANDARD.confirmedBy((request, answer) -> asked.add(answer)));
        Caller caller = bench.call();
        caller.activate(0x0E80);
        caller.hangUp();

        asked.getFirst().accept(true);

        assertThat(caller.heard()).containsExactly("03fc0006000000090e8010011100000000");
    }
}
