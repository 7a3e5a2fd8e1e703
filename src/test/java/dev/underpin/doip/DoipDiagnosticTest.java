package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.doip.EntityBench.Caller;
import dev.underpin.time.Nanos;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diagnostic messages, their acknowledgements and refusals, and whose turn it is. */
class DoipDiagnosticTest {
    private static final int BMS = EntityBench.BMS;
    private static final String ACK = "03fc80020000000510110e8000";

    private final EntityBench bench = new EntityBench();

    @Test
    void another_source_address_is_refused_with_02_and_the_socket_closed() {
        Caller tester = bench.activated(0x0E80);

        tester.say("03fc8001000000060e8110113e00");

        assertThat(tester.heard()).containsExactly("03fc80030000000510110e8102");
        assertThat(tester.ended).isEqualTo("closed by GW");
        assertThat(bench.bms.got).isEmpty();
    }

    @Test
    void an_unknown_target_is_refused_with_03() {
        assertRefused(0x1234, "3e00", "03");
    }

    @Test
    void a_message_longer_than_the_targets_network_carries_is_refused_with_04() {
        assertRefused(BMS, "36".repeat(4096), "04");
        Caller other = bench.activated(0x0E81);
        other.ask(BMS, "36".repeat(4095));
        assertThat(other.heard()).containsExactly("03fc80020000000510110e8100");
    }

    @Test
    void a_message_too_many_for_one_target_is_refused_with_05() {
        bench.gateway.limit(EntityLimits.STANDARD.waiting(1));
        bench.bms.busy = true;
        Caller tester = bench.activated(0x0E80);
        tester.ask(BMS, "1001");
        tester.ask(BMS, "1002");
        tester.heard();

        tester.ask(BMS, "1003");

        assertThat(tester.heard()).containsExactly("03fc80030000000510110e8005");
        bench.bms.sent();
        bench.pass(Nanos.MILLISECOND);
        assertThat(bench.bms.got).containsExactly("1001", "1002");
    }

    @Test
    void a_target_on_a_network_that_is_down_is_refused_with_06() {
        bench.bms.reachable = false;

        assertRefused(BMS, "3e00", "06");
    }

    @Test
    void a_target_on_a_network_that_the_gateway_has_no_way_to_is_refused_with_07() {
        bench.gateway.withoutNetwork(target -> target >= 0x2000 && target < 0x3000);

        assertRefused(0x2001, "3e00", "07");
    }

    @Test
    void a_message_that_the_targets_transport_refuses_is_refused_with_08() {
        bench.bms.refuses = true;

        Caller tester = bench.activated(0x0E80);
        tester.ask(BMS, "3e00");

        assertThat(tester.heard()).containsExactly("03fc80030000000510110e8008");
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"0, ''", "2, 22f1", "9, 22f190"})
    void an_acknowledgement_repeats_as_much_of_the_message_as_the_entity_is_set_to(int echo, String repeated) {
        bench.gateway.limit(EntityLimits.STANDARD.echo(echo));
        Caller tester = bench.activated(0x0E80);

        tester.ask(BMS, "22f190");
        tester.ask(0x1234, "22f190");

        int length = 5 + repeated.length() / 2;
        assertThat(tester.heard())
                .containsExactly(
                        "03fc8002%08x10110e8000%s".formatted(length, repeated),
                        "03fc8003%08x12340e8003%s".formatted(length, repeated));
    }

    @Test
    void an_entity_answers_in_the_version_in_which_it_is_spoken_to() {
        Caller tester = bench.activated(0x0E80);

        tester.say("02fd8001000000060e8010113e00");
        bench.bms.answer("7e00");
        bench.pass(Nanos.MILLISECOND);

        assertThat(tester.heard()).containsExactly("02fd80020000000510110e8000", "02fd80010000000610110e807e00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "04fb8001000000060e8010113e00, 04fb80020000000510110e8000, false",
        "01fe8001000000060e8010113e00, 03fc00000000000100, true",
        "05fa8001000000060e8010113e00, 03fc00000000000100, true",
        "ff008001000000060e8010113e00, 03fc00000000000100, true",
        "03fd8001000000060e8010113e00, 03fc00000000000100, true",
        "03fc0007000000, 03fc00000000000101, false",
        "03fc0001000000, 03fc00000000000101, false",
        "03fc9999000000, 03fc00000000000101, false",
        "03fc99990fffff, 03fc00000000000101, false",
        "03fc800100200000, 03fc00000000000102, false",
        "03fc8001000000040e801011, 03fc00000000000104, true",
        "03fc0008000000010e, 03fc00000000000104, true"
    })
    void a_header_is_judged_by_pattern_then_type_then_size_then_length(String said, String answer, boolean closed) {
        Caller tester = bench.activated(0x0E80);

        tester.say(said.length() < 16 ? said + "0".repeat(16 - said.length()) : said);

        assertThat(tester.heard()).containsExactly(answer);
        assertThat(tester.ended).isEqualTo(closed ? "closed by GW" : "");
    }

    @Test
    void a_message_for_which_there_is_no_memory_now_is_refused_in_its_header_with_03() {
        bench.gateway.limit(EntityLimits.STANDARD.memory(100));
        bench.bms.busy = true;
        Caller tester = bench.activated(0x0E80);
        tester.ask(BMS, "1001");
        tester.ask(BMS, "36".repeat(90));
        tester.heard();

        tester.ask(BMS, "36".repeat(90));

        assertThat(tester.heard()).containsExactly("03fc00000000000103");
        assertThat(tester.ended).isEmpty();
        bench.bms.sent();
        bench.pass(Nanos.MILLISECOND);
        tester.ask(BMS, "36".repeat(90));
        assertThat(tester.heard()).containsExactly(ACK);
    }

    @Test
    void an_answer_never_comes_before_the_acknowledgement() {
        bench.gateway
                .server()
                .listen((message, functional) -> bench.gateway.server().send(new byte[] {0x7E, 0}, () -> {}));
        Caller tester = bench.activated(0x0E80);

        tester.ask(EntityBench.GW, "3e00");

        assertThat(tester.heard()).containsExactly("03fc80020000000510010e8000", "03fc80010000000610010e807e00");
    }

    @Test
    void two_testers_ask_one_ecu_in_turn_and_each_gets_its_own_answer() {
        Caller first = bench.activated(0x0E80);
        Caller second = bench.activated(0x0E81);

        first.ask(BMS, "22f190");
        second.ask(BMS, "22f18c");
        assertThat(bench.bms.got).containsExactly("22f190");
        bench.bms.answer("7f2278");
        bench.bms.answer("62f19001");
        bench.pass(Nanos.MILLISECOND);
        assertThat(bench.bms.got).containsExactly("22f190", "22f18c");
        bench.bms.answer("62f18c02");
        bench.pass(Nanos.MILLISECOND);

        assertThat(first.heard())
                .containsExactly(ACK, "03fc80010000000710110e807f2278", "03fc80010000000810110e8062f19001");
        assertThat(second.heard()).containsExactly("03fc80020000000510110e8100", "03fc80010000000810110e8162f18c02");
    }

    @Test
    void what_the_tester_being_served_adds_passes_those_who_wait() {
        Caller first = bench.activated(0x0E80);
        Caller second = bench.activated(0x0E81);
        first.ask(BMS, "31010203");
        second.ask(BMS, "22f190");

        first.ask(BMS, "3e80");

        assertThat(bench.bms.got).containsExactly("31010203", "3e80");
    }

    @Test
    void a_request_that_nothing_answers_holds_others_up_for_150_ms() {
        Caller first = bench.activated(0x0E80);
        Caller second = bench.activated(0x0E81);
        first.ask(BMS, "3e80");
        second.ask(BMS, "22f190");
        bench.pass(140 * Nanos.MILLISECOND);
        assertThat(bench.bms.got).containsExactly("3e80");

        bench.pass(10 * Nanos.MILLISECOND);

        assertThat(bench.bms.got).containsExactly("3e80", "22f190");
    }

    @Test
    void a_late_answer_never_reaches_another_tester() {
        Caller first = bench.activated(0x0E80);
        Caller second = bench.activated(0x0E81);
        first.ask(BMS, "190209");
        bench.pass(200 * Nanos.MILLISECOND);
        second.ask(BMS, "22f190");
        first.heard();
        second.heard();

        bench.bms.answer("5902ff");
        bench.pass(Nanos.MILLISECOND);

        assertThat(second.heard()).isEmpty();
        assertThat(first.heard()).containsExactly("03fc80010000000710110e805902ff");
    }

    @Test
    void what_a_tester_that_hung_up_still_wanted_is_left() {
        Caller first = bench.activated(0x0E80);
        Caller second = bench.activated(0x0E81);
        first.ask(BMS, "190209");
        second.ask(BMS, "1101");

        second.hangUp();
        bench.pass(6 * Nanos.SECOND);

        assertThat(bench.bms.got).containsExactly("190209");
    }

    @Test
    void a_functional_request_waits_until_no_target_serves_another_tester() {
        EntityBench.Ecu everyone = new EntityBench.Ecu();
        bench.gateway.routeFunctional(everyone, 7);
        Caller first = bench.activated(0x0E80);
        Caller second = bench.activated(0x0E81);
        first.ask(BMS, "22f190");

        second.ask(DoipEntity.FUNCTIONAL, "3e00");
        assertThat(everyone.got).isEmpty();
        bench.bms.answer("62f19001");
        bench.pass(Nanos.MILLISECOND);
        assertThat(everyone.got).containsExactly("3e00");
        bench.bms.answer("7e00");
        bench.pass(Nanos.MILLISECOND);

        assertThat(first.heard()).containsExactly(ACK, "03fc80010000000810110e8062f19001");
        assertThat(second.heard()).containsExactly("03fc800200000005e4000e8100", "03fc80010000000610110e817e00");
    }

    @Test
    void a_functional_request_longer_than_a_single_frame_is_refused_with_04() {
        bench.gateway.routeFunctional(new EntityBench.Ecu(), 7);

        assertRefused(DoipEntity.FUNCTIONAL, "2ef1900102030405", "04");
    }

    @Test
    void several_ecus_answer_over_one_connection_each_in_its_own_time() {
        EntityBench.Ecu drive = new EntityBench.Ecu();
        bench.gateway.route(0x1010, drive);
        Caller tester = bench.activated(0x0E80);
        tester.ask(BMS, "22f190");
        tester.ask(0x1010, "22f190");
        tester.heard();

        drive.answer("62f19002");
        bench.bms.answer("62f19001");
        bench.pass(Nanos.MILLISECOND);

        assertThat(tester.heard())
                .containsExactly("03fc80010000000810100e8062f19002", "03fc80010000000810110e8062f19001");
    }

    private void assertRefused(int target, String request, String code) {
        Caller tester = bench.activated(0x0E80);

        tester.ask(target, request);

        assertThat(tester.heard()).isEqualTo(List.of("03fc800300000005%04x0e80%s".formatted(target, code)));
        assertThat(tester.ended).isEmpty();
        assertThat(bench.bms.got)
                .doesNotContain(HexFormat.of().formatHex(HexFormat.of().parseHex(request)));
    }
}
