package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISO 14229-1:2020 clause 10.6: the sub-functions of authentication, with certificates of one byte. */
class AuthenticationServiceTest {
    private static final String ALGORITHM = "06 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00";
    private static final String OTHER = "06 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00";
    private static final String SECRET = "22 01 02";

    private final Bench bench = new Bench();

    @BeforeEach
    void extendedSession() {
        bench.given("10 03");
    }

    @Test
    void both_sides_prove_themselves_by_certificates() {
        assertThat(bench.ask("29 02 00 00 01 00 00 02 05 06"))
                .isEqualTo("69 02 11 00 02 0C 0D 00 01 3C 00 01 06 00 00");
        assertThat(bench.ask(SECRET)).isEqualTo("7F 22 34");
        assertThat(bench.ask("29 03 00 02 0C 0D 00 00")).isEqualTo("69 03 12 00 00");

        assertThat(bench.ask(SECRET)).isEqualTo("62 01 02 08");
    }

    @Test
    void a_certificate_is_left_and_its_holder_answers_a_challenge() {
        assertThat(bench.ask("29 05 00 " + ALGORITHM)).isEqualTo("7F 29 22");
        assertThat(bench.ask("29 04 00 01 00 01 00")).isEqualTo("69 04 13");
        assertThat(bench.ask("29 05 00 " + ALGORITHM)).isEqualTo("69 05 00 " + ALGORITHM + " 00 02 0C 0D 00 00");
        assertThat(bench.ask("29 06 " + ALGORITHM + " 00 02 0C 0D 00 00 00 00"))
                .isEqualTo("69 06 12 " + ALGORITHM + " 00 00");

        assertThat(bench.ask(SECRET)).isEqualTo("62 01 02 08");
    }

    @Test
    void both_sides_prove_themselves_by_challenge_and_response() {
        bench.given("29 04 00 01 00 01 00, 29 05 00 " + ALGORITHM);

        assertThat(bench.ask("29 07 " + ALGORITHM + " 00 02 0C 0D 00 02 05 06 00 00"))
                .isEqualTo("69 07 12 " + ALGORITHM + " 00 01 06 00 00");
        assertThat(bench.ask(SECRET)).isEqualTo("62 01 02 08");
    }

    @Test
    void a_challenge_of_either_kind_is_good_for_one_proof() {
        bench.given("29 04 00 01 00 01 00, 29 05 00 " + ALGORITHM);
        String proof = "29 06 " + ALGORITHM + " 00 02 01 01 00 00 00 00";

        assertThat(bench.ask(proof)).isEqualTo("7F 29 58");
        assertThat(bench.ask(proof)).isEqualTo("7F 29 24");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "29 02 00 00 01 00 00 00, 7F 29 13",
        "29 02 00 00 01 50 00 01 05, 7F 29 50",
        "29 02 00 00 01 00 00 01 00, 7F 29 59",
        "29 02 01 00 01 00 00 01 05, 7F 29 5C",
        "29 04 00 01 00 02 00, 7F 29 13",
        "29 04 00 01 00 01 57, 7F 29 57",
        "29 04 00 02 00 01 00, 7F 29 55",
        "29 05 00, 7F 29 13",
        "29 05 01 " + ALGORITHM + ", 7F 29 5C",
        "29 05 00 " + OTHER + ", 7F 29 5C",
        "29 06 " + ALGORITHM + " 00 00 00 00 00 00, 7F 29 24",
        "29 07 " + ALGORITHM + " 00 00 00 00 00 00, 7F 29 13"
    })
    void a_request_that_cannot_be_served_is_refused_with_its_code(String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void a_role_that_the_ecu_does_not_know_is_not_given() {
        bench.given("29 01 00 00 02 00 01 00 00");

        assertThat(bench.ask("29 03 00 02 0C 0D 00 00")).isEqualTo("7F 29 5A");
    }

    @Test
    void a_key_for_a_secured_session_that_nobody_configured_is_refused() {
        bench.given("29 01 00 00 01 00 00 00");

        assertThat(bench.ask("29 03 00 02 0C 0D 00 01 07")).isEqualTo("7F 29 5B");
    }
}
