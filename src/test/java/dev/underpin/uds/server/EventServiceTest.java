package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISO 14229-1:2020 clause 10.9: event types, windows and the storage bit. */
class EventServiceTest {
    private static final long SECOND = Nanos.SECOND;

    private final Bench bench = new Bench();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "86 02 02, 7F 86 12",
        "86 0A 02, 7F 86 12",
        "86 44 02, 7F 86 12",
        "86 01 01 08 19 01 08, 7F 86 31",
        "86 01 07 08 19 01 08, 7F 86 31",
        "86 07 02 01 03 02 00 00 00 05 0A 20 18, 7F 86 13",
        "86 07 02 01 03 05 00 00 00 05 0A 20 18 22 F1 90, 7F 86 31",
        "86 07 02 01 03 02 00 00 00 05 0A 20 19 22 F1 90, 7F 86 31",
        "86 07 02 01 03 02 00 00 00 05 0A 20 17 22 F1 90, 7F 86 31",
        "86 08 02, 7F 86 13",
        "86 08 02 0B, 7F 86 31",
        "86 08 02 0D 19 0D, 7F 86 13",
        "86 09 02 08 04, 7F 86 13",
        "86 09 02 08 02 FF, 7F 86 31",
        "86 09 02 08 18 FF, 7F 86 13",
        "86 45 02, 7F 86 22",
        "86 45 03, 7F 86 31"
    })
    void what_cannot_be_set_up_is_refused(String request, String answer) {
        bench.given("10 03");

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void a_comparison_tells_once_and_again_after_the_value_has_left_by_the_hysteresis() {
        bench.given("10 03");
        assertThat(bench.ask("86 07 02 01 03 02 00 00 00 0A 14 20 18 22 01 03"))
                .isEqualTo("C6 07 00 02 01 03 02 00 00 00 0A 14 20 18 22 01 03");
        bench.given("86 05 02");

        assertThat(after(11)).isEqualTo("62 01 03 0B");
        assertThat(after(12)).isEmpty();
        assertThat(after(9)).isEmpty();
        assertThat(after(11)).isEmpty();
        assertThat(after(8)).isEmpty();
        assertThat(after(20)).isEqualTo("62 01 03 14");
    }

    @Test
    void a_signed_comparison_knows_what_is_below_zero() {
        bench.given("10 03, 86 07 02 01 03 01 FF FF FF FE 00 A0 18 22 01 03, 86 05 02");

        assertThat(after(0x7F)).isEmpty();
        assertThat(after(0xFE)).isEmpty();
        assertThat(after(0xFD)).isEqualTo("62 01 03 FD");
    }

    @Test
    void each_code_that_fails_is_told_by_itself() {
        bench.given("10 03, 86 08 02 0D, 86 05 02");
        bench.ecu.status = 0x25;
        bench.pass(SECOND);

        assertThat(bench.heard()).isEqualTo("59 0D 7F 0A 7E 98 25");
    }

    @Test
    void the_stored_data_of_a_code_that_changed_are_told() {
        bench.given("10 03, 86 09 02 01 06 FF, 86 05 02");
        bench.ecu.status = 0x25;
        bench.pass(SECOND);

        assertThat(bench.heard()).isEqualTo("59 06 0A 7E 98 25");
    }

    @Test
    void at_the_end_of_its_window_an_event_tells_how_often_it_has_happened() {
        bench.given("10 03, 86 03 03 01 03 22 01 03, 86 05 03");
        for (int i = 0; i < 5; i++) {
            bench.pass(2 * SECOND);
            bench.ecu.counter++;
            bench.ask("3E 00");
        }
        bench.pass(SECOND);
        bench.heard();
        bench.given("86 05 03");
        bench.ecu.counter++;
        bench.pass(4 * SECOND);
        bench.given("3E 00");
        bench.pass(4 * SECOND);
        bench.given("3E 00");
        bench.pass(3 * SECOND);

        assertThat(bench.heard()).endsWith("C6 03 01 03 01 03 22 01 03");
        bench.ecu.counter++;
        bench.pass(SECOND);
        assertThat(bench.heard()).isEmpty();
    }

    @Test
    void a_stored_event_goes_on_after_a_reset_until_it_is_stopped_for_good() {
        bench.ecu.services = bench.ecu.services.with(dev.underpin.uds.Sid.RESPONSE_ON_EVENT, Access.ANYWHERE);
        bench.given("86 03 02 01 03 22 01 03");
        assertThat(bench.ask("86 45 02")).isEqualTo("C6 45 00 02");
        bench.server.powerOff();
        bench.server.powerOn();
        assertThat(after(7)).isEqualTo("62 01 03 07");
        bench.given("10 03, 10 01");
        assertThat(after(8)).isEqualTo("62 01 03 08");

        assertThat(bench.ask("86 40 02")).isEqualTo("C6 40 00 02");
        bench.server.powerOff();
        bench.server.powerOn();

        assertThat(after(9)).isEmpty();
    }

    @Test
    void an_event_that_is_not_stored_ends_with_a_reset() {
        bench.given("10 03, 86 03 02 01 03 22 01 03, 86 05 02");
        bench.server.powerOff();
        bench.server.powerOn();

        assertThat(after(7)).isEmpty();
    }

    private String after(int value) {
        bench.ecu.counter = (byte) value;
        bench.pass(200 * Nanos.MILLISECOND);
        return bench.heard();
    }
}
