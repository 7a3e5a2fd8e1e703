package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFrameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08  | 0000040A00000000 | protocol error: bit stuffing, in data
            88  | 00008019 00000000| protocol error: while sending, in acknowledgement slot; bus error
            20  | 0000000000008000 | no acknowledgement; error counters transmit 128, receive 0
            204 | 0020000000008803 | controller: transmit error-passive; error counters transmit 136, receive 3
            02  | 0D00000000000000 | lost arbitration at bit 13
            40  | 0000000000000000 | bus-off
            100 | 0000000000000000 | restarted
            01  | 0000000000000000 | transmit time-out
            10  | 0000000004000000 | transceiver 04
            800 | 0000000000000000 | classes 800
            4   | 0001000000000000 | controller: receive overflow
            4   | 0001000000030D40 | 200000 more error frames in this second are left out of the log
            0   | 0000000000000000 | error
            """)
    void an_error_frame_is_told_in_words(String classes, String details, String text) {
        byte[] octets = HexFormat.of().parseHex(details.replace(" ", ""));

        assertThat(ErrorFrame.of(HexFormat.fromHexDigits(classes), octets).text())
                .isEqualTo(text);
    }
}
