package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.ServiceTables;
import dev.underpin.uds.Session;
import dev.underpin.uds.Sid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISO 14229-1:2020 figures 5 and 6 and the evaluation sequence of each service. */
class RefusalOrderTest {
    private static final String EXTENDED = "10 03";
    private static final String UNLOCKED = "10 03, 27 01, 27 02 12 23";
    private static final String PROGRAMMING = "10 03, 10 02";
    private static final String FLASHING = "10 03, 10 02, 27 01, 27 02 12 23";
    private static final String STARTED = FLASHING + ", 34 00 44 00 00 00 00 00 00 00 08";

    private final Bench bench = new Bench();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "83 01, 7F 83 11",
        "28 00 01, 7F 28 7F",
        "28, 7F 28 7F",
        "10, 7F 10 13",
        "10 05 00, 7F 10 12",
        "10 02 00, 7F 10 7E",
        "10 03 00, 7F 10 13",
        "11 09, 7F 11 12",
        "11 01 00, 7F 11 13",
        "14 FF FF, 7F 14 13",
        "14 01 02 03, 7F 14 31",
        "19, 7F 19 13",
        "19 10, 7F 19 12",
        "19 02, 7F 19 13",
        "19 04 0A A6 1A, 7F 19 13",
        "19 04 0A A6 1B 01, 7F 19 31",
        "19 06 0A A6 1A 00, 7F 19 31",
        "22 F1, 7F 22 13",
        "22 F1 90 F1, 7F 22 13",
        "22 12 34, 7F 22 31",
        "22 01 01, 7F 22 31",
        "3E, 7F 3E 13",
        "3E 01, 7F 3E 12",
        "3E 00 00, 7F 3E 13",
        "2E F1 84 01 02, 7F 2E 7F",
        "36 01, 7F 36 7F"
    })
    void a_request_in_the_default_session_is_refused_with_the_first_objection_of_the_standard(
            String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "22 01 01, 7F 22 33",
        "27 00, 7F 27 12",
        "27 07, 7F 27 12",
        "27 01 00, 7F 27 13",
        "27 02 00, 7F 27 24",
        "28 04 01, 7F 28 12",
        "28 00, 7F 28 13",
        "28 00 00, 7F 28 31",
        "28 00 21, 7F 28 31",
        "2E F1 84, 7F 2E 13",
        "2E 12 34 00, 7F 2E 31",
        "2E F1 90 00, 7F 2E 31",
        "2E F1 84 00, 7F 2E 33",
        "31 01 02, 7F 31 13",
        "31 01 12 34, 7F 31 31",
        "31 01 FF 00, 7F 31 31",
        "31 04 02 03, 7F 31 12",
        "31 02 03 00, 7F 31 12",
        "31 01 02 03 00, 7F 31 13",
        "31 03 02 03, 7F 31 24",
        "85 03, 7F 85 12",
        "34 00 44 00 00 00 00 00 00 00 08, 7F 34 7F"
    })
    void so_is_one_in_the_extended_session(String request, String answer) {
        bench.given(EXTENDED);

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2E F1 84 01, 7F 2E 13", "2E F1 84 00 02, 7F 2E 31", "2E F1 84 01 02, 6E F1 84"})
    void a_write_is_checked_for_security_then_length_then_value(String request, String answer) {
        bench.given(UNLOCKED);

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "34 00 44, 7F 34 13",
        "34 10 44 00 00 00 00 00 00 00 08, 7F 34 31",
        "34 00 45 00 00 00 00 00 00 00 08, 7F 34 31",
        "34 00 44 00 00 00 00 00 00 08, 7F 34 13",
        "34 00 44 00 01 00 00 00 00 00 08, 7F 34 31",
        "34 00 44 00 00 00 00 00 00 00 00, 7F 34 31",
        "34 00 44 00 00 00 00 00 00 00 08, 7F 34 33",
        "31 01 FF 00, 7F 31 33",
        "36, 7F 36 13",
        "36 01 00, 7F 36 24",
        "37 00, 7F 37 13",
        "37, 7F 37 24"
    })
    void a_locked_download_is_refused_in_order(String request, String answer) {
        bench.given(PROGRAMMING);

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "34 00 44 00 00 00 00 00 00 00 08, 7F 34 22",
        "36 02 01 02, 7F 36 73",
        "36 00 01 02, 7F 36 73",
        "36 01, 7F 36 13",
        "36 01 01 02 03 04 05, 7F 36 13",
        "37, 7F 37 24",
        "36 01 01 02 03 04, 76 01"
    })
    void a_running_download_keeps_its_order(String request, String answer) {
        bench.given(STARTED);

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource({
        "22 F1 90, CONDITIONS_NOT_CORRECT, 7F 22 22",
        "10 03, SPEED_TOO_HIGH, 7F 10 88",
        "14 FF FF FF, VOLTAGE_TOO_LOW, 7F 14 93",
        "11 01, VOLTAGE_TOO_HIGH, 7F 11 92",
        "22 12 34, CONDITIONS_NOT_CORRECT, 7F 22 31"
    })
    void the_conditions_of_vehicle_and_supply_come_last(String request, Nrc condition, String answer) {
        bench.ecu.condition = condition;

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void a_service_that_asks_for_security_is_refused_before_its_length_is_looked_at() {
        bench.ecu.services = ServiceTables.usual()
                .with(Sid.CLEAR_DTC, Access.in(Session.values()).unlocked(1));

        assertThat(bench.ask("14")).isEqualTo("7F 14 33");
    }

    @Test
    void a_service_taken_out_of_the_table_is_not_supported() {
        bench.ecu.services = ServiceTables.usual().without(Sid.CLEAR_DTC);

        assertThat(bench.ask("14 FF FF FF")).isEqualTo("7F 14 11");
    }

    @Test
    void a_response_longer_than_the_ecu_can_send_is_refused_after_all_else() {
        bench.ecu.responseLimit = 5;

        assertThat(bench.ask("22 F1 90")).isEqualTo("7F 22 14");
    }
}
