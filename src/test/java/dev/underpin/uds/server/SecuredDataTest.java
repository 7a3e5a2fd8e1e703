package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.ServiceTables;
import dev.underpin.uds.Sid;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO 14229-1:2020 clause 16: secured data transmission. */
class SecuredDataTest {
    private static final int SIGNED = 0x21;
    private static final int SIGNED_BOTH_WAYS = 0x61;
    private static final int ENCRYPTED = 0x71;

    private final Bench bench = new Bench();

    @BeforeEach
    void extendedSession() {
        bench.given("10 03");
    }

    @Test
    void a_request_is_served_inside_and_its_response_signed_if_that_was_asked_for() {
        assertThat(bench.ask(secured(SIGNED, 1, "22 F1 8C"))).isEqualTo("C4 00 00 00 00 00 00 01 62 F1 8C 07");
        assertThat(bench.ask(secured(SIGNED_BOTH_WAYS, 2, "22 F1 8C")))
                .startsWith("C4 00 20 00 00 02 00 02 62 F1 8C 07");
        assertThat(bench.ask(secured(SIGNED_BOTH_WAYS, 3, "22 12 34"))).startsWith("C4 00 20 00 00 02 00 03 7F 22 31");
    }

    @Test
    void an_encrypted_request_is_answered_encrypted() {
        assertThat(bench.ask(secured(ENCRYPTED, 1, "D2 01 7C"))).startsWith("C4 00 30 00 00 02 00 01 93 00 7D F6");
    }

    @Test
    void no_request_is_served_twice() {
        String request = secured(SIGNED, 2, "22 F1 8C");
        bench.given(request);

        assertThat(bench.ask(request)).isEqualTo("7F 84 3A");
        assertThat(bench.ask(secured(SIGNED, 1, "22 F1 8C"))).isEqualTo("7F 84 3A");
        assertThat(bench.ask(secured(SIGNED, 3, "22 F1 8C"))).startsWith("C4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"84", "2A 01 A0", "86 05 02"})
    void what_would_speak_later_in_the_open_is_not_allowed_inside(String inner) {
        assertThat(bench.ask(secured(SIGNED, 1, inner))).isEqualTo("7F 84 39");
    }

    @Test
    void a_service_that_asks_for_it_is_served_inside_only() {
        bench.ecu.services = ServiceTables.complete().with(Sid.READ_DATA, Access.ANYWHERE.securedOnly());

        assertThat(bench.ask("22 F1 8C")).isEqualTo("7F 22 38");
        assertThat(bench.ask(secured(SIGNED, 1, "22 F1 8C"))).endsWith("62 F1 8C 07");
    }

    @Test
    void a_reset_inside_happens_after_the_response() {
        bench.ecu.asked.clear();

        assertThat(bench.ask(secured(SIGNED_BOTH_WAYS, 1, "11 01"))).startsWith("C4 00 20 00 00 02 00 01 51 01");
        assertThat(bench.ecu.asked).containsExactly("reset 1");
    }

    /** A request of 0x84 around {@code inner} with the double's code. */
    private static String secured(int administration, int counter, String inner) {
        byte[] body = HexFormat.of()
                .parseHex("8400%02X00000200%02X".formatted(administration, counter) + inner.replace(" ", ""));
        byte[] code = {(byte) Arrays.hashCode(body), (byte) body.length};
        return HexFormat.of().formatHex(body) + HexFormat.of().formatHex(code);
    }
}
