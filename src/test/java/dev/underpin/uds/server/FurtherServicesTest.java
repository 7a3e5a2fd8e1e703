package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The services of ISO 14229-1:2020 that not every ECU offers. */
class FurtherServicesTest {
    private static final String UNLOCKED = "10 03, 27 01, 27 02 12 23";
    private static final long SECOND = Nanos.SECOND;

    private final Bench bench = new Bench();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "23 22 20 00 00 02, 63 00 00",
        "23 22 20 00, 7F 23 13",
        "23 22 20 00 00 02 00, 7F 23 13",
        "23 02 20 00 00 02, 7F 23 31",
        "23 52 20 00 00 02, 7F 23 31",
        "23 22 1F FF 00 02, 7F 23 31",
        "23 22 20 00 01 01, 7F 23 31",
        "23 22 20 00 00 00, 7F 23 31",
        "3D 12 20 00 01 07, 7F 3D 7F",
        "24 F1 90, 64 F1 90 63",
        "24 F1, 7F 24 13",
        "24 F1 8C, 7F 24 31",
        "24 12 34, 7F 24 31",
        "2A 01 A0, 7F 2A 7F",
        "2C 01 F2 01 F1 90 02 02, 6C 01 F2 01",
        "2C 02 F3 02 22 20 00 00 01 20 08 00 02, 6C 02 F3 02",
        "2C 03 F2 01, 6C 03 F2 01",
        "2C 03, 6C 03",
        "2C, 7F 2C 13",
        "2C 04, 7F 2C 12",
        "2C 01 F2 01, 7F 2C 13",
        "2C 01 F1 90 F1 90 01 01, 7F 2C 31",
        "2C 01 F2 01 F1 90 03 02, 7F 2C 31",
        "2C 01 F2 01 F1 90 00 01, 7F 2C 31",
        "2C 01 F2 01 12 34 01 01, 7F 2C 31",
        "2C 02 F2 01 22 20 00 00, 7F 2C 13",
        "2C 02 F2 01 22 40 00 00 01, 7F 2C 31",
        "2F 9B 00 03 01, 7F 2F 7F",
        "29 08, 69 08 02",
        "29 00, 69 00 10",
        "29 09, 7F 29 12",
        "29 02, 7F 29 13",
        "29 01 00 00 01 00, 7F 29 13",
        "29 01 00 00 01 50 00 00, 7F 29 50",
        "29 01 00 00 01 52 00 00, 7F 29 52",
        "29 01 00 00 01 56 00 00, 7F 29 56",
        "29 01 01 00 01 00 00 00, 7F 29 5C",
        "29 01 00 00 01 00 00 00, 69 01 11 00 02 0C 0D 00 00",
        "29 03 00 02 0C 0D 00 00, 7F 29 24",
        "35 00 22 20 00 00 02, 7F 35 7F",
        "84 00 61 00 00 02 00 01 3E 00 00 00, 7F 84 7F",
        "86 05 02, 7F 86 7F",
        "87 03, 7F 87 7F"
    })
    void a_request_in_the_default_session_is_answered(String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "3D 12 20 00 01 07, 7F 3D 33",
        "3D 12 20 00 02 07, 7F 3D 13",
        "3D 12 30 00 01 07, 7F 3D 31",
        "2A, 7F 2A 13",
        "2A 05 A0, 7F 2A 31",
        "2A 01, 7F 2A 13",
        "2A 01 A1, 7F 2A 31",
        "2A 04, 6A",
        "2F 9B 00, 7F 2F 13",
        "2F 9B 01 00, 7F 2F 31",
        "2F 9B 00 04, 7F 2F 31",
        "2F 9B 00 03, 7F 2F 13",
        "2F 9B 00 02 00, 7F 2F 13",
        "2F 9B 00 03 80, 7F 2F 31",
        "2F 9B 00 03 09, 6F 9B 00 03 09",
        "2F 9B 00 02, 6F 9B 00 02 05",
        "2F 9B 00 01, 6F 9B 00 01 00",
        "2F 9B 00 00, 6F 9B 00 00 05",
        "22 01 02, 7F 22 34",
        "35 10 22 20 00 00 02, 7F 35 31",
        "35 00 22 30 00 00 02, 7F 35 31",
        "35 00 22 20 00, 7F 35 13",
        "35 00 22 20 00 00 02, 75 40 00 00 0F FF",
        "38 01 00 01, 7F 38 13",
        "38 07 00 01 61 00, 7F 38 31",
        "38 04 00 01 61 00, 7F 38 31",
        "38 04 00 01 61 10, 7F 38 31",
        "38 02 00 01 61 00, 7F 38 13",
        "38 05 00 01 2F, 78 05 04 00 00 0F FF 00 00 04 00 00 00 00",
        "38 01 00 01 61 00 01 65 65, 7F 38 70",
        "38 01 00 01 61 00 01 05 04, 7F 38 31",
        "38 06 00 01 61 00 01 05 05, 7F 38 31",
        "84 00 61 00 00 02 00 01, 7F 84 13",
        "84 00 61 00 00 20 00 01 3E 00 00 00, 7F 84 13",
        "84 00 60 00 00 02 00 01 3E 00 00 00, 7F 84 13",
        "84 01 61 00 00 02 00 01 3E 00 00 00, 7F 84 13",
        "84 00 41 00 00 02 00 01 3E 00 00 00, 7F 84 3A",
        "84 00 61 07 00 02 00 01 3E 00 00 00, 7F 84 3A",
        "84 00 61 00 00 02 00 01 3E 00 00 00, 7F 84 3A",
        "86 02 02, 7F 86 12",
        "86 05, 7F 86 13",
        "86 05 02, 7F 86 24",
        "86 05 01, 7F 86 31",
        "86 01 02 08, 7F 86 13",
        "86 01 02 08 10 01, 7F 86 31",
        "86 03 02 12 34 22 F1 90, 7F 86 31",
        "86 03 02 F2 A0 22 F2 A0, 7F 86 31",
        "86 01 02 08 19 0E, C6 01 00 02 08 19 0E",
        "86 04 02, C6 04 00",
        "87 04, 7F 87 12",
        "87 01, 7F 87 13",
        "87 01 13, 7F 87 31",
        "87 01 12, C7 01",
        "87 02 0A 2C 2A, C7 02",
        "87 03, 7F 87 24"
    })
    void so_is_one_in_the_extended_session(String request, String answer) {
        bench.given("10 03");

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void memory_is_written_unlocked_and_read_back() {
        bench.given(UNLOCKED);

        assertThat(bench.ask("3D 12 20 10 02 07 08")).isEqualTo("7D 12 20 10 02");
        assertThat(bench.ask("23 12 20 10 02")).isEqualTo("63 07 08");
    }

    @Test
    void a_defined_identifier_is_read_as_its_parts_in_order_until_a_reset() {
        bench.ecu.extras.cells[8] = 0x42;
        bench.given("2C 01 F2 01 F1 90 02 02, 2C 02 F2 01 12 20 08 01");
        assertThat(bench.ask("22 F2 01")).isEqualTo("62 F2 01 49 4E 42");

        bench.given("2C 03 F2 01");
        assertThat(bench.ask("22 F2 01")).isEqualTo("7F 22 31");

        bench.given("2C 01 F2 01 F1 90 02 02");
        bench.server.powerOff();
        bench.server.powerOn();
        assertThat(bench.ask("22 F2 01")).isEqualTo("7F 22 31");
    }

    @Test
    void a_defined_identifier_opens_nothing_that_is_locked() {
        bench.given("10 03");
        assertThat(bench.ask("2C 01 F2 01 01 01 01 01")).isEqualTo("7F 2C 33");
        bench.given("27 01, 27 02 12 23, 2C 01 F2 01 01 01 01 01");
        assertThat(bench.ask("22 F2 01")).isEqualTo("62 F2 01 09");

        bench.given("10 03");

        assertThat(bench.ask("22 F2 01")).isEqualTo("7F 22 33");
    }

    @ParameterizedTest(name = "mode {0}: {1} messages in a second")
    @CsvSource({"01, 1", "02, 3", "03, 20"})
    void periodic_data_come_at_their_rate_until_stopped(String mode, int messages) {
        bench.given("10 03");
        bench.put("2A " + mode + " A0", false);
        bench.pass(SECOND + Nanos.MILLISECOND);
        assertThat(bench.heard()).isEqualTo("6A" + ", A0 01".repeat(messages));

        assertThat(bench.ask("2A 04 A0")).isEqualTo("6A");
        bench.pass(SECOND);

        assertThat(bench.heard()).isEmpty();
    }

    @Test
    void periodic_data_end_with_the_session() {
        bench.given("10 03, 2A 01 A0, 10 01");
        bench.pass(3 * SECOND);

        assertThat(bench.heard()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2F 9B 10 03 07 08 09, 7F 2F 13",
        "2F 9B 10 03 07 08 09 00, 7F 2F 31",
        "2F 9B 10 03 80 08 09 80, 7F 2F 31",
        "2F 9B 10 03 80 08 09 60, 6F 9B 10 03 01 08 09",
        "2F 9B 10 01, 7F 2F 13",
        "2F 9B 10 01 40, 6F 9B 10 01 01 00 03",
        "2F 9B 10 00 20, 6F 9B 10 00 01 02 03"
    })
    void a_mask_says_which_of_several_parameters_are_controlled(String request, String answer) {
        bench.given("10 03");

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void periodic_data_that_their_way_does_not_carry_are_refused() {
        bench.ecu.periodicLimit = 4;
        bench.given("10 03, 2C 01 F2 01 F1 90 01 03, 2C 01 F2 02 F1 90 01 03 F1 8C 01 01");

        assertThat(bench.ask("2A 01 01")).isEqualTo("6A");
        assertThat(bench.ask("2A 01 02")).isEqualTo("7F 2A 31");
    }

    @ParameterizedTest
    @CsvSource({"10 01", "10 03", "10 02"})
    void any_change_of_session_gives_outputs_back(String change) {
        bench.given("10 03, 2F 9B 00 03 09");
        bench.given(change);

        assertThat(bench.ecu.extras.done).containsExactly("adjust 9", "release");
    }

    @Test
    void so_does_the_session_timeout() {
        bench.given("10 03, 2F 9B 00 02");
        bench.pass(6 * SECOND);

        assertThat(bench.ecu.extras.done).containsExactly("freeze", "release");
    }

    @Test
    void a_role_opens_what_asks_for_it_until_the_session_is_left() {
        bench.given("10 03, 29 01 00 00 01 00 00 00");
        assertThat(bench.ask("29 03 00 02 0C 0D 00 00")).isEqualTo("69 03 12 00 00");
        assertThat(bench.ask("22 01 02")).isEqualTo("62 01 02 08");

        bench.given("10 03");

        assertThat(bench.ask("22 01 02")).isEqualTo("7F 22 34");
    }

    @Test
    void a_role_ends_when_the_tester_says_so() {
        bench.given("10 03, 29 01 00 00 01 00 00 00, 29 03 00 02 0C 0D 00 00, 29 00");

        assertThat(bench.ask("22 01 02")).isEqualTo("7F 22 34");
    }

    @Test
    void a_challenge_is_good_for_one_proof() {
        bench.given("10 03, 29 01 00 00 01 00 00 00");

        assertThat(bench.ask("29 03 00 02 00 00 00 00")).isEqualTo("7F 29 58");
        assertThat(bench.ask("29 03 00 02 0C 0D 00 00")).isEqualTo("7F 29 24");
    }

    @Test
    void an_upload_gives_the_bytes_block_by_block_and_a_repeat_the_same_block() {
        bench.ecu.responseLimit = 6;
        bench.ecu.extras.cells[5] = 0x55;
        bench.given("10 03, 35 00 22 20 00 00 06");

        assertThat(bench.ask("36 02")).isEqualTo("7F 36 73");
        assertThat(bench.ask("36 01 00")).isEqualTo("7F 36 13");
        assertThat(bench.ask("36 01")).isEqualTo("76 01 00 00 00 00");
        assertThat(bench.ask("37")).isEqualTo("7F 37 24");
        assertThat(bench.ask("36 02")).isEqualTo("76 02 00 55");
        assertThat(bench.ask("36 02")).isEqualTo("76 02 00 55");
        assertThat(bench.ask("36 03")).isEqualTo("7F 36 24");
        assertThat(bench.ask("37")).isEqualTo("77");
        assertThat(bench.ask("36 03")).isEqualTo("7F 36 24");
    }

    @Test
    void a_second_transfer_waits_for_the_first() {
        bench.given("10 03, 35 00 22 20 00 00 06");

        assertThat(bench.ask("35 00 22 20 00 00 06")).isEqualTo("7F 35 22");
        assertThat(bench.ask("38 01 00 01 61 00 01 02 02")).isEqualTo("7F 38 22");
    }

    @Test
    void a_file_is_added_read_listed_replaced_and_deleted() {
        bench.given("10 03");

        assertThat(bench.ask("38 01 00 01 61 00 01 02 02")).isEqualTo("78 01 04 00 00 0F FF 00");
        bench.given("36 01 0A 0B, 37");
        assertThat(bench.ask("38 01 00 01 61 00 01 02 02")).isEqualTo("7F 38 70");
        assertThat(bench.ask("38 04 00 01 61 00")).isEqualTo("78 04 04 00 00 0F FF 00 00 04 00 00 00 02 00 00 00 02");
        assertThat(bench.ask("36 01")).isEqualTo("76 01 0A 0B");
        bench.given("37, 38 05 00 01 2F");
        assertThat(bench.ask("36 01")).isEqualTo("76 01 61");
        bench.given("37, 38 03 00 01 61 00 01 01 01, 36 01 0C, 37");
        assertThat(bench.ecu.extras.files).containsOnlyKeys("a").containsEntry("a", new byte[] {0x0C});
        assertThat(bench.ask("38 02 00 01 61")).isEqualTo("78 02");
        assertThat(bench.ecu.extras.files).isEmpty();
    }

    @Test
    void a_file_that_was_broken_off_is_resumed_where_it_stopped() {
        bench.given("10 03, 38 01 00 01 61 00 01 03 03, 36 01 0A 0B, 10 03");

        assertThat(bench.ask("38 06 00 01 61 00 01 03 03"))
                .isEqualTo("78 06 04 00 00 0F FF 00 00 00 00 00 00 00 00 02");
        bench.given("36 01 0C, 37");

        assertThat(bench.ecu.extras.files.get("a")).containsExactly(0x0A, 0x0B, 0x0C);
    }

    @Test
    void an_event_serves_its_request_each_time_that_it_happens() {
        bench.given("10 03, 86 01 02 01 19 01 01, 86 03 02 01 03 22 F2 A0");
        assertThat(bench.ask("86 04 02")).isEqualTo("C6 04 02 01 02 01 19 01 01 03 02 01 03 22 F2 A0");
        assertThat(bench.ask("86 05 02")).isEqualTo("C6 05 00 02");
        bench.ecu.counter = 2;
        bench.pass(SECOND);
        assertThat(bench.heard()).isEqualTo("62 F2 A0 02");
        bench.ecu.status = 0x25;
        bench.pass(SECOND);
        assertThat(bench.heard()).isEqualTo("59 01 7F 00 00 02");

        bench.given("86 00 02");
        bench.ecu.counter = 3;
        bench.pass(SECOND);

        assertThat(bench.heard()).isEmpty();
    }

    @Test
    void an_event_whose_response_is_too_long_is_told_as_that() {
        bench.given("10 03, 86 03 02 01 03 22 F2 A0, 86 05 02");
        bench.ecu.responseLimit = 3;
        bench.ecu.counter = 2;
        bench.pass(SECOND);

        assertThat(bench.heard()).isEqualTo("7F 22 14");
    }

    @Test
    void cleared_events_cannot_be_started() {
        bench.given("10 03, 86 01 02 01 19 01 01, 86 06 02");

        assertThat(bench.ask("86 05 02")).isEqualTo("7F 86 24");
    }

    @Test
    void events_stop_with_the_return_to_the_default_session() {
        bench.given("10 03, 86 03 02 01 03 22 F2 A0, 86 05 02, 10 01");
        bench.ecu.counter = 2;
        bench.pass(SECOND);

        assertThat(bench.heard()).isEmpty();
    }

    @Test
    void a_rate_is_agreed_then_taken_then_given_back_with_the_session() {
        bench.given("10 03, 87 01 12");
        assertThat(bench.ecu.extras.done).isEmpty();
        assertThat(bench.ask("87 83")).isEmpty();
        assertThat(bench.ecu.extras.done).containsExactly("rate 500000");

        bench.given("10 01");

        assertThat(bench.ecu.extras.done).containsExactly("rate 500000", "rate restored");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"CONDITIONS_NOT_CORRECT, 7F 2F 22", "SPEED_TOO_HIGH, 7F 2F 88", "NOT_IN_PARK, 7F 2F 90"})
    void conditions_of_the_vehicle_are_the_last_objection(Nrc condition, String answer) {
        bench.given("10 03");
        bench.ecu.condition = condition;

        assertThat(bench.ask("2F 9B 00 00")).isEqualTo(answer);
    }
}
