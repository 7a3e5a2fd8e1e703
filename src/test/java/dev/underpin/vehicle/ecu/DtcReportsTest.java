package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.vehicle.ecu.memory.Monitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service 0x19 of ISO 14229-1:2020 on the fault memory of the battery management. */
class DtcReportsTest {
    private static final String ISOLATION = "0AA61A";
    private static final String OVER_TEMPERATURE = "0A7E98";

    private final EcuBench bench = new EcuBench("BMS").on();
    private final Monitor isolation = bench.application.context().monitor("P0AA6-1A");
    private final Monitor overTemperature = bench.application.context().monitor("P0A7E-98");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "19 01 08, 5901FF000002",
        "19 02 08, 5902FF0AA61AAF0A7E98AF",
        "19 03, 59030AA61A010AA61A020A7E98010A7E9802",
        "19 07 80 08, 5907FF000002",
        "19 07 20 08, 5907FF000000",
        "19 08 80 08, 5908FF80010AA61AAF80010A7E98AF",
        "19 09 0AA61A, 5909FF80010AA61AAF",
        "19 0B, 590BFF0AA61AAF",
        "19 0C, 590CFF0AA61AAF",
        "19 0D, 590DFF0A7E98AF",
        "19 0E, 590EFF0A7E98AF",
        "19 14, 5914",
        "19 15, 5915FF0AA61AAF0A7E98AF",
        "19 16 01, 5916010AA61AAF010A7E98AF01",
        "19 06 0AA61A 05, 59060AA61AAF050100",
        "19 16 05, 5916050AA61AAF01000A7E98AF0100",
        "19 17 08 01, 591701FF0AA61AAF0A7E98AF",
        "19 19 0AA61A 01 01, 5919010AA61AAF0101",
        "19 42 33 08 80, 594233FFE000800AA61AAF800A7E98AF",
        "19 55 D0, 5955D0FF000AA61AAF0A7E98AF",
        "19 56 33 01, 595633FF00010AA61AAF"
    })
    void two_confirmed_faults_are_told_by_each_sub_function(String request, String answer) {
        isolation.failed();
        overTemperature.failed();

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "19 03 00, 7F1913",
        "19 05, 7F1913",
        "19 05 00, 7F1931",
        "19 07 80, 7F1913",
        "19 08 80, 7F1913",
        "19 09 0AA61A 00, 7F1913",
        "19 09 123456, 7F1931",
        "19 0B 00, 7F1913",
        "19 0F FF, 7F1912",
        "19 13, 7F1912",
        "19 14 00, 7F1913",
        "19 16 06, 7F1931",
        "19 17 08 02, 7F1931",
        "19 17 08, 7F1913",
        "19 18 0AA61A 01 02, 7F1931",
        "19 18 0AA61A 01 01, 7F1931",
        "19 1A 09, 7F1931",
        "19 42 34 08 80, 7F1931",
        "19 42 33 08, 7F1913",
        "19 55 00, 7F1931",
        "19 56 33, 7F1913",
        "14 FFFFFF 02, 7F1431"
    })
    void wrong_lengths_codes_records_and_memories_are_refused(String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void snapshots_are_told_by_code_by_record_number_and_from_the_mirror() {
        isolation.failed();
        String record = bench.ask("19 04 0AA61A 01").substring("59040AA61AAF01".length());

        assertThat(bench.ask("19 05 01")).isEqualTo("5905010AA61AAF" + record);
        assertThat(bench.ask("19 18 0AA61A 01 01")).isEqualTo("5918010AA61AAF01" + record);
        assertThat(bench.ask("19 05 07")).isEqualTo("590507");
    }

    @Test
    void a_code_on_its_way_to_a_failure_is_told_with_its_counter() {
        isolation.prefailed();
        overTemperature.prepassed();

        assertThat(bench.ask("19 14")).isEqualTo("59140AA61A20");
    }

    @Test
    void fault_storage_is_off_in_that_session_only() {
        bench.ask("10 03");
        bench.ask("85 02");
        isolation.failed();
        assertThat(bench.ask("19 02 01")).isEqualTo("5902FF");

        bench.run(6_000);
        isolation.failed();

        assertThat(bench.ask("19 02 01")).isEqualTo("5902FF0AA61AAF");
    }

    @Test
    void every_code_can_have_the_extended_data_that_the_unit_keeps() {
        int codes = bench.spec.dtcs().size();

        assertThat(bench.ask("19 1A 02")).startsWith("591AFF02").hasSize(2 * (4 + 4 * codes));
    }

    @Test
    void a_clear_leaves_the_mirror_and_the_permanent_memory_alone() {
        isolation.failed();
        isolation.passed();
        bench.ask("14 FFFFFF");

        assertThat(bench.ask("19 0B")).isEqualTo("590BFF");
        assertThat(bench.ask("19 17 FF 01")).isEqualTo("591701FF" + ISOLATION + "AF");
        assertThat(bench.ask("19 15")).isEqualTo("5915FF" + ISOLATION + "50");
    }

    @Test
    void the_mirror_is_cleared_by_its_own_selection() {
        isolation.failed();
        overTemperature.failed();

        assertThat(bench.ask("14 0AA61A 01")).isEqualTo("54");
        assertThat(bench.ask("14 0AA61A 01")).isEqualTo("7F1431");
        assertThat(bench.ask("19 17 FF 01")).isEqualTo("591701FF" + OVER_TEMPERATURE + "AF");
        assertThat(bench.ask("14 FFFFFF 01")).isEqualTo("54");
        assertThat(bench.ask("19 17 FF 01")).isEqualTo("591701FF");
        assertThat(bench.ask("19 02 08")).contains(ISOLATION);
    }

    @Test
    void a_permanent_code_goes_after_a_whole_cycle_without_failure() {
        isolation.failed();
        bench.application.context().operationCycle();
        assertThat(bench.ask("19 15")).contains(ISOLATION);

        isolation.passed();
        bench.application.context().operationCycle();

        assertThat(bench.ask("19 15")).isEqualTo("5915FF");
    }

    @Test
    void a_confirmed_code_ages_out_after_forty_cycles_without_failure() {
        overTemperature.failed();
        overTemperature.passed();
        bench.application.context().operationCycle();
        for (int cycle = 0; cycle < 39; cycle++) {
            overTemperature.passed();
            bench.application.context().operationCycle();
        }
        assertThat(bench.ask("19 02 08")).contains(OVER_TEMPERATURE);
        assertThat(bench.ask("19 06 0A7E98 02")).endsWith("0227");

        overTemperature.passed();
        bench.application.context().operationCycle();

        assertThat(bench.ask("19 02 08")).isEqualTo("5902FF");
    }

    @Test
    void first_and_latest_follow_the_order_of_the_failures() {
        isolation.failed();
        overTemperature.failed();
        isolation.passed();
        isolation.failed();

        assertThat(bench.ask("19 0B")).contains(ISOLATION);
        assertThat(bench.ask("19 0D")).contains(ISOLATION);
        assertThat(bench.ask("19 0E")).contains(OVER_TEMPERATURE);
    }
}
