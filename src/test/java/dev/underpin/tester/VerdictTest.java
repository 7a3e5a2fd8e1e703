package dev.underpin.tester;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.client.UdsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scan may conclude from an answer; more than "any code but 11 means supported". */
class VerdictTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "11, ABSENT",
        "7F, OTHER_SESSION",
        "33, LOCKED",
        "34, LOCKED",
        "13, THERE",
        "12, THERE",
        "7E, THERE",
        "22, THERE",
        "24, THERE",
        "31, THERE",
        "10, OPEN",
        "21, OPEN",
        "94, OPEN",
        "25, OPEN",
        "F5, OPEN"
    })
    void a_refusal_of_a_service_says_so_much(String nrc, Verdict verdict) {
        assertThat(Verdict.ofService(UdsError.negative(0x22, Integer.parseInt(nrc, 16))))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "31, ABSENT",
        "33, LOCKED",
        "34, LOCKED",
        "22, THERE",
        "14, THERE",
        "10, OPEN",
        "13, OPEN",
        "21, OPEN",
        "F5, OPEN"
    })
    void a_refusal_of_an_identifier_says_so_much(String nrc, Verdict verdict) {
        assertThat(Verdict.ofIdentifier(UdsError.negative(0x22, Integer.parseInt(nrc, 16))))
                .isEqualTo(verdict);
    }

    @Test
    void silence_says_nothing() {
        assertThat(Verdict.ofService(UdsError.timeout(0x22))).isEqualTo(Verdict.OPEN);
        assertThat(Verdict.ofIdentifier(UdsError.timeout(0x22))).isEqualTo(Verdict.OPEN);
    }
}
