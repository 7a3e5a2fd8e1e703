package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoipMessageTest {
    @Test
    void a_diagnostic_message_travels_with_header_and_addresses() {
        DoipMessage message = DoipMessage.diagnostic(0x0E80, 0x1021, new byte[] {0x3E, 0x00});

        assertThat(hex(message)).isEqualTo("03fc8001000000060e8010213e00");
    }

    @Test
    void a_routing_activation_travels_with_its_reserved_bytes() {
        assertThat(hex(DoipMessage.activationRequest(0x0E80))).isEqualTo("03fc0005000000070e800000000000");
        assertThat(hex(DoipMessage.activationResponse(0x0E80, 0x1001, 0x10)))
                .isEqualTo("03fc0006000000090e8010011000000000");
    }

    @Test
    void what_was_encoded_is_decoded() {
        DoipMessage message = DoipMessage.diagnostic(0x0E80, 0x1021, new byte[] {1, 2, 3});

        DoipMessage decoded = DoipMessage.decode(message.encode());

        assertThat(decoded).usingRecursiveComparison().isEqualTo(message);
        assertThat(decoded.source()).isEqualTo(0x0E80);
        assertThat(decoded.target()).isEqualTo(0x1021);
        assertThat(decoded.userData()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"03FC, true", "02FD, true", "03FD, false", "0303, false", "01FE, false"})
    void a_header_shows_whether_its_version_holds(String versions, boolean holds) {
        byte[] bytes = HexFormat.of().parseHex(versions + "800100000000");

        assertThat(DoipMessage.decode(bytes).hasPattern()).isEqualTo(holds);
    }

    @Test
    void fewer_bytes_than_a_header_are_no_message() {
        assertThatThrownBy(() -> DoipMessage.decode(new byte[7])).hasMessageContaining("not 7");
    }

    private static String hex(DoipMessage message) {
        return HexFormat.of().formatHex(message.encode());
    }
}
