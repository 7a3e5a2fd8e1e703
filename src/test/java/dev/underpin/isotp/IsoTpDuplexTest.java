package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An endpoint that sends 10 bytes and awaits flow control, and has received the first frame of 20. */
class IsoTpDuplexTest {
    private static final String FIRST_OF_20 = "10 14 00 01 02 03 04 05";
    private static final String SECOND_OF_20 = "21 06 07 08 09 0a 0b 0c";
    private static final String THIRD_OF_20 = "22 0d 0e 0f 10 11 12 13";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SF, 02 3e 00, failed N_UNEXP_PDU, message 3e00",
        "FF, 10 09 00 01 02 03 04 05, failed N_UNEXP_PDU, FF 9",
        "CF, 21 06 07 08 09 0a 0b 0c, ,",
        "FC, 30 00 00, ,",
        "other, 70 00 00, ,"
    })
    void whoSendsAndReceivesAtOnceHandlesFramesAsAReceiver(String kind, String frame, String first, String second) {
        ScriptedPeer peer = new ScriptedPeer(IsoTpParameters.classic());
        peer.sends(10).says(FIRST_OF_20);
        peer.told.clear();

        peer.says(frame);
        List<String> expected = new ArrayList<>();
        if (first != null) {
            expected.add(first);
            expected.add(second);
        }
        assertThat(peer.told).containsExactlyElementsOf(expected);

        if (!kind.equals("FC")) {
            assertThat(peer.results).as("what it sends is not disturbed").isEmpty();
            peer.says("30 00 00");
        }
        assertThat(peer.results).containsExactly(NResult.N_OK);
        if (first == null) {
            peer.told.clear();
            if (!kind.equals("CF")) {
                peer.says(SECOND_OF_20);
            }
            peer.says(THIRD_OF_20);
            assertThat(peer.told).hasSize(1).first().asString().startsWith("message");
        }
    }

    @Test
    void inHalfDuplexAMessageUnderWayIsNotHeardFurtherWhileOneIsSent() {
        ScriptedPeer peer = new ScriptedPeer(IsoTpParameters.classic().withFullDuplex(false));
        peer.says(FIRST_OF_20).sends(10).says(SECOND_OF_20).says("30 00 00").waits(2 * Nanos.SECOND);

        assertThat(peer.results).containsExactly(NResult.N_OK);
        assertThat(peer.told).containsExactly("FF 20", "failed N_TIMEOUT_CR");
    }
}
