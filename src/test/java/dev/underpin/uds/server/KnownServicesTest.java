package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.Nrc;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO 14229-1:2020 table 23 and annex A: services and response codes. */
class KnownServicesTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10", "11", "14", "19", "22", "23", "24", "27", "28", "29", "2A", "2C", "2E", "2F", "31", "34", "35",
                "36", "37", "38", "3D", "3E", "84", "85", "86", "87"
            })
    void each_of_the_26_services_is_known(String sid) {
        bench.given("10 03");

        assertThat(bench.ask(sid)).isNotEqualTo("7F " + sid + " 11").startsWith("7F " + sid);
    }

    @Test
    void the_service_withdrawn_in_2020_is_not() {
        assertThat(bench.ask("83 01")).isEqualTo("7F 83 11");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"3E 00, 7E 00", "22 F1 8C, 62 F1 8C 07", "14 FF FF FF, 54", "22, 7F 22 13"})
    void a_positive_response_adds_40_and_a_negative_one_names_service_and_code(String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @Test
    void each_response_code_of_the_standard_has_its_number() {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (Nrc nrc : Nrc.values()) {
            numbers.add(nrc.code());
        }

        assertThat(numbers)
                .contains(
                        0x10, 0x11, 0x12, 0x13, 0x14, 0x21, 0x22, 0x24, 0x25, 0x26, 0x31, 0x33, 0x34, 0x35, 0x36, 0x37)
                .contains(
                        0x38, 0x39, 0x3A, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0x5B, 0x5C)
                .contains(
                        0x5D, 0x70, 0x71, 0x72, 0x73, 0x78, 0x7E, 0x7F, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88)
                .contains(0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8F, 0x90, 0x91, 0x92, 0x93, 0x94)
                .hasSize(Nrc.values().length);
    }
}
