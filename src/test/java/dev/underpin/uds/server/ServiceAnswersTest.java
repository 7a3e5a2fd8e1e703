package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAnswersTest {
    private final Bench bench = new Bench();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "10 01, 50 01 00 32 01 F4",
        "10 03, 50 03 00 32 01 F4",
        "11 01, 51 01",
        "14 FF FF FF, 54",
        "19 01 08, 59 01 7F 00 00 01",
        "19 02 24, 59 02 7F 0A A6 1A 2F 0A 7E 98 24",
        "19 02 80, 59 02 7F",
        "19 04 0A A6 1A 01, 59 04 0A A6 1A 2F 01 01 DD 01 01 02 03",
        "19 04 0A A6 1A FF, 59 04 0A A6 1A 2F 01 01 DD 01 01 02 03",
        "19 04 C1 11 87 01, 59 04 C1 11 87 50",
        "19 06 0A A6 1A 02, 59 06 0A A6 1A 2F 02 05",
        "19 06 0A A6 1A FF, 59 06 0A A6 1A 2F 01 04 02 05",
        "19 0A, 59 0A 7F 0A A6 1A 2F C1 11 87 50 0A 7E 98 24",
        "22 F1 90, 62 F1 90 56 49 4E",
        "22 12 34 F1 8C F1 90, 62 F1 8C 07 F1 90 56 49 4E",
        "3E 00, 7E 00"
    })
    void a_request_in_the_default_session_is_answered(String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "28 03 01, 68 03",
        "85 02, C5 02",
        "85 02 FF FF FF, C5 02",
        "31 01 02 03, 71 01 02 03 01",
        "27 01, 67 01 11 22",
        "10 02, 50 02 00 32 01 F4"
    })
    void a_request_in_the_extended_session_is_answered(String request, String answer) {
        bench.given("10 03");

        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void a_routine_that_was_started_can_be_stopped_and_asked_for_its_result() {
        bench.given("10 03, 31 01 02 03");

        assertThat(bench.ask("31 02 02 03")).isEqualTo("71 02 02 03 02");
        assertThat(bench.ask("31 03 02 03")).isEqualTo("71 03 02 03 03");
    }

    @Test
    void the_ecu_resets_only_after_its_response_has_left() {
        bench.put("11 03", false);
        assertThat(bench.ecu.asked).isEmpty();

        bench.pass(ServerTiming.STANDARD.think());

        assertThat(bench.heard()).isEqualTo("51 03");
        assertThat(bench.ecu.asked).containsExactly("reset 3");
    }

    @Test
    void a_writer_may_refuse_what_it_was_given() {
        bench.given("10 03, 27 01, 27 02 12 23");
        bench.ecu.writeResult = Nrc.PROGRAMMING_FAILURE;

        assertThat(bench.ask("2E F1 84 01 02")).isEqualTo("7F 2E 72");
    }

    @Test
    void the_ecu_is_asked_before_it_enters_a_session() {
        bench.given("10 03, 10 02");

        assertThat(bench.ecu.asked)
                .containsExactly("enter EXTENDED", "session EXTENDED", "enter PROGRAMMING", "session PROGRAMMING");
        assertThat(bench.server.session()).isEqualTo(Session.PROGRAMMING);
    }

    @Test
    void communication_and_fault_storage_are_restored_at_the_default_session() {
        bench.given("10 03, 28 03 01, 85 02");
        bench.ecu.asked.clear();

        bench.given("10 01");

        assertThat(bench.ecu.asked)
                .containsExactly("enter DEFAULT", "setting true", "communication true true 3", "session DEFAULT");
    }
}
