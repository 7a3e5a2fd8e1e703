package dev.underpin.uds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DtcCodeTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "P0AA6-1A, 0x0AA61A",
        "U0111-87, 0xC11187",
        "P2DFC-00, 0x2DFC00",
        "C0035-13, 0x403513",
        "B1234-FF, 0x9234FF",
        "U3006-16, 0xF00616"
    })
    void a_code_is_written_as_text_and_read_back(String text, String number) {
        int code = Integer.decode(number);

        assertThat(DtcCode.text(code)).isEqualTo(text);
        assertThat(DtcCode.parse(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P0AA6", "X0AA6-1A", "P4AA6-1A", "P0AA6-1"})
    void any_other_text_is_no_code(String text) {
        assertThatThrownBy(() -> DtcCode.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P0AA6-1A");
    }
}
