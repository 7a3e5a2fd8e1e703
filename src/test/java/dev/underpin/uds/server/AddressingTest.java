package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO 14229-1:2020 clauses 7.5 and 8.2: functional addressing and the suppress bit. */
class AddressingTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(strings = {"83 01", "3E 01", "22 12 34", "10 02", "28 00 01"})
    void a_functional_request_that_is_not_supported_is_met_with_silence(String request) {
        assertThat(bench.askAll(request)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"10 03, 50 03 00 32 01 F4", "3E 00, 7E 00", "22 F1, 7F 22 13", "3E 00 00, 7F 3E 13"})
    void any_other_functional_request_is_answered(String request, String answer) {
        assertThat(bench.askAll(request)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 83", "3E 80", "11 81"})
    void a_suppressed_positive_response_is_not_sent(String request) {
        assertThat(bench.ask(request)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"10 85, 7F 10 12", "3E 80 00, 7F 3E 13", "10 82, 7F 10 7E"})
    void a_negative_response_is_sent_although_the_positive_one_is_suppressed(String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void a_suppressed_reset_still_resets() {
        bench.ask("11 81");

        assertThat(bench.ecu.asked).containsExactly("reset 1");
    }

    @Test
    void after_response_pending_the_final_answer_is_sent_although_it_is_suppressed() {
        bench.given("10 03");
        bench.put("31 81 03 00", false);
        bench.pass(60 * Nanos.MILLISECOND);

        bench.ecu.owed.getFirst().positive((byte) 0);

        assertThat(bench.heard()).isEqualTo("7F 31 78, 71 01 03 00 00");
    }

    @Test
    void after_response_pending_a_functional_refusal_is_sent_although_it_would_be_silent() {
        bench.given("10 03");
        bench.put("31 01 03 00", true);
        bench.pass(60 * Nanos.MILLISECOND);

        bench.ecu.owed.getFirst().negative(Nrc.OUT_OF_RANGE);

        assertThat(bench.heard()).isEqualTo("7F 31 78, 7F 31 31");
    }
}
