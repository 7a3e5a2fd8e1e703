package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.Sid;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ISO 14229-1:2020 figures 5 and 6: everything speaks against a request at once; taking the objections away in the order of the
 * standard uncovers each next one.
 */
class ObjectionOrderTest {
    private final Bench bench = new Bench();

    static Stream<String> sidesOfThree() {
        return Stream.of("28", "85");
    }

    @ParameterizedTest(name = "service {0}")
    @MethodSource("sidesOfThree")
    void objections_to_a_service_with_sub_function_come_in_the_order_of_the_standard(String sid) {
        int service = Integer.parseInt(sid, 16);
        bench.given("10 03");
        ServiceTable table = bench.ecu.services;
        Access programmingOnly = Access.in(Session.PROGRAMMING);
        Access locked = Access.NOT_DEFAULT.unlocked(1);
        bench.ecu.objection = Nrc.GENERAL_REJECT;
        bench.ecu.condition = Nrc.CONDITIONS_NOT_CORRECT;
        bench.ecu.services = table.without(service);

        assertThat(bench.ask(sid)).isEqualTo("7F " + sid + " 10");
        bench.ecu.objection = Nrc.POSITIVE;
        assertThat(bench.ask(sid)).isEqualTo("7F " + sid + " 11");
        bench.ecu.services = table.with(service, programmingOnly);
        assertThat(bench.ask(sid)).isEqualTo("7F " + sid + " 7F");
        bench.ecu.services = table.with(service, locked);
        assertThat(bench.ask(sid)).isEqualTo("7F " + sid + " 33");
        bench.ecu.services = table.with(service, Access.NOT_DEFAULT.authenticated("workshop"));
        assertThat(bench.ask(sid)).isEqualTo("7F " + sid + " 34");
        bench.ecu.services = table.with(service, 1, programmingOnly);
        assertThat(bench.ask(sid)).isEqualTo("7F " + sid + " 13");
        assertThat(bench.ask(sid + " 7F")).isEqualTo("7F " + sid + " 12");
        assertThat(bench.ask(sid + " 01 01")).isEqualTo("7F " + sid + " 7E");
        bench.ecu.services = table.with(service, 1, locked);
        assertThat(bench.ask(sid + " 01 01")).isEqualTo("7F " + sid + " 33");
        bench.ecu.services = table;
        assertThat(bench.ask(sid + " 01 01")).isEqualTo("7F " + sid + " 22");
        bench.ecu.condition = Nrc.POSITIVE;
        assertThat(bench.ask(sid + " 01 01")).startsWith("%02X".formatted(service + Sid.POSITIVE_OFFSET));
    }

    @Test
    void a_busy_server_refuses_before_it_looks_at_the_request() {
        bench.given("10 03, 31 01 03 00");

        assertThat(bench.ask("99")).isEqualTo("7F 99 21");
    }

    @Test
    void or_passes_it_over_if_it_is_configured_so() {
        bench.ecu.saysBusy = false;
        bench.given("10 03, 31 01 03 00");

        assertThat(bench.ask("22 F1 90")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"22 F1 90 01 01", "2E F1 84 01 02", "31 01 03 00", "35 00 22 20 00 00 02", "2F 9B 00 00"})
    void conditions_are_looked_at_after_everything_else(String request) {
        bench.given("10 03, 27 01, 27 02 12 23");
        bench.ecu.condition = Nrc.VOLTAGE_TOO_LOW;

        assertThat(bench.ask(request)).isEqualTo("7F " + request.substring(0, 2) + " 93");
    }

    @Test
    void a_read_is_too_long_only_after_all_its_identifiers_were_looked_at() {
        bench.ecu.responseLimit = 6;

        assertThat(bench.ask("22 12 34")).isEqualTo("7F 22 31");
        assertThat(bench.ask("22 F1 90 F1 8C")).isEqualTo("7F 22 14");
    }

    @Test
    void objections_to_a_write_come_in_the_order_of_the_standard() {
        bench.given("10 03");
        bench.ecu.condition = Nrc.CONDITIONS_NOT_CORRECT;
        bench.ecu.writeResult = Nrc.PROGRAMMING_FAILURE;

        followsEach("2E F1 84", "13", "2E 12 34 00", "31", "2E F1 84 00", "33");
        bench.given("27 01, 27 02 12 23");
        bench.ecu.condition = Nrc.POSITIVE;
        bench.given("27 01, 27 02 12 23");
        bench.ecu.condition = Nrc.CONDITIONS_NOT_CORRECT;
        followsEach("2E F1 84 00", "13", "2E F1 84 00 02", "31", "2E F1 84 01 02", "22");
        bench.ecu.condition = Nrc.POSITIVE;
        followsEach("2E F1 84 01 02", "72");
    }

    private void followsEach(String... requestsAndCodes) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(requestsAndCodes));
        while (!rest.isEmpty()) {
            String request = rest.removeFirst();
            assertThat(bench.ask(request)).isEqualTo("7F " + request.substring(0, 2) + " " + rest.removeFirst());
        }
    }
}
