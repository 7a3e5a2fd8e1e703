package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.Nrc;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The evaluation sequences of ISO 14229-1:2020 clauses 14 and 15: as many objections as can hold at once do, and taking each away uncovers
 * the next.
 */
class EvaluationOrderTest {
    private static final String KEY = "27 01, 27 02 12 23";

    private final Bench bench = new Bench();

    @Test
    void routine_control_looks_at_length_routine_lock_sub_function_length_options_sequence_conditions() {
        bench.given("10 03");
        bench.ecu.condition = Nrc.CONDITIONS_NOT_CORRECT;

        refused("31 7E 12", "13");
        refused("31 7E 12 34", "31");
        refused("31 7E 02 04 09 09", "33");
        unlock();
        refused("31 7E 02 04 09 09", "12");
        refused("31 01 02 04 09 09", "13");
        refused("31 01 02 04 09", "31");
        refused("31 03 02 04", "24");
        refused("31 01 02 04 01", "22");
        bench.ecu.condition = Nrc.POSITIVE;
        assertThat(bench.ask("31 01 02 04 01")).isEqualTo("71 01 02 04");
        bench.ecu.condition = Nrc.CONDITIONS_NOT_CORRECT;
        refused("31 03 02 04", "22");
    }

    @Test
    void request_download_looks_at_length_range_lock_conditions_acceptance() {
        bench.given("10 03, 10 02");
        bench.ecu.condition = Nrc.CONDITIONS_NOT_CORRECT;
        bench.ecu.downloadResult = Nrc.UPLOAD_DOWNLOAD_NOT_ACCEPTED;

        refused("34 00 44 00 01 00 00 00 00 00", "13");
        refused("34 00 44 00 01 00 00 00 00 00 08", "31");
        refused("34 00 44 00 00 00 00 00 00 00 08", "33");
        unlock();
        refused("34 00 44 00 00 00 00 00 00 00 08", "22");
        bench.ecu.condition = Nrc.POSITIVE;
        refused("34 00 44 00 00 00 00 00 00 00 08", "70");
        bench.ecu.downloadResult = Nrc.POSITIVE;
        assertThat(bench.ask("34 00 44 00 00 00 00 00 00 00 08")).startsWith("74");
    }

    @Test
    void request_upload_looks_at_length_range_lock_conditions_acceptance() {
        bench.ecu.services = bench.ecu.services.with(0x35, Access.NOT_DEFAULT);
        bench.ecu.extras.readAccess = Access.NOT_DEFAULT.unlocked(1);
        bench.given("10 03");
        bench.ecu.condition = Nrc.CONDITIONS_NOT_CORRECT;
        bench.ecu.extras.uploadResult = Nrc.UPLOAD_DOWNLOAD_NOT_ACCEPTED;

        refused("35 00 22 30 00 00", "13");
        refused("35 00 22 30 00 00 02", "31");
        refused("35 00 22 20 00 00 02", "33");
        unlock();
        refused("35 00 22 20 00 00 02", "22");
        bench.ecu.condition = Nrc.POSITIVE;
        refused("35 00 22 20 00 00 02", "70");
        bench.ecu.extras.uploadResult = Nrc.POSITIVE;
        assertThat(bench.ask("35 00 22 20 00 00 02")).startsWith("75");
    }

    @Test
    void transfer_data_looks_at_length_transfer_counter_and_then_asks_the_memory() {
        bench.given("10 03, 10 02, " + KEY);

        refused("36", "13");
        refused("36 07 01 02 03 04", "24");
        bench.given("34 00 44 00 00 00 00 00 00 00 03");
        bench.ecu.blockInRange = false;
        refused("36 07 01 02 03 04 05", "13");
        refused("36 07 01 02 03 04", "73");
        refused("36 01 01 02 03 04", "31");
        bench.ecu.blockInRange = true;
        bench.ecu.blockResult = Nrc.PROGRAMMING_FAILURE;
        refused("36 01 01 02 03 04", "71");
        for (Nrc trouble : List.of(Nrc.PROGRAMMING_FAILURE, Nrc.VOLTAGE_TOO_HIGH, Nrc.VOLTAGE_TOO_LOW)) {
            bench.ecu.blockResult = trouble;
            refused("36 01 01 02 03", "%02X".formatted(trouble.code()));
        }
        bench.ecu.blockResult = Nrc.POSITIVE;
        assertThat(bench.ask("36 01 01 02 03")).isEqualTo("76 01");
    }

    @Test
    void transfer_exit_looks_at_length_transfer_completeness_and_then_asks_the_memory() {
        bench.given("10 03, 10 02, " + KEY);
        bench.ecu.exitResult = Nrc.OUT_OF_RANGE;

        refused("37 00", "13");
        refused("37", "24");
        bench.given("34 00 44 00 00 00 00 00 00 00 03");
        refused("37", "24");
        bench.given("36 01 01 02 03");
        refused("37", "31");
        bench.ecu.exitResult = Nrc.PROGRAMMING_FAILURE;
        refused("37", "72");
        bench.ecu.exitResult = Nrc.POSITIVE;
        assertThat(bench.ask("37")).isEqualTo("77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"36 01 00", "37"})
    void without_an_active_transfer_there_is_nothing_to_go_on_with(String request) {
        bench.given("10 03, 10 02, " + KEY);

        refused(request, "24");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"10 01, 50 01 00 32 01 F4", "10 03, 50 03 00 32 01 F4"})
    void the_session_answer_tells_p2_50_ms_in_milliseconds_and_p2_star_5_s_in_tens_of_them(
            String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    private void unlock() {
        Nrc condition = bench.ecu.condition;
        bench.ecu.condition = Nrc.POSITIVE;
        bench.given(KEY);
        bench.ecu.condition = condition;
    }

    private void refused(String request, String code) {
        assertThat(bench.ask(request)).as(request).isEqualTo("7F " + request.substring(0, 2) + " " + code);
    }
}
