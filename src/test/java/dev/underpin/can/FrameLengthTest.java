package dev.underpin.can;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLengthTest {
    @ParameterizedTest(name = "{0}#{1} takes {2} bits")
    @CsvSource({
        "000, '', 53",
        "7E0, 02, 60",
        "123, 0000000000000000, 125",
        "555, AAAAAAAAAAAAAAAA, 112",
        "000, 0000000000000000, 127",
        "7FF, FFFFFFFFFFFFFFFF, 126",
        "7E0, 0210030000000000, 125",
        "7E0, 021003CCCCCCCCCC, 117",
        "18DAF110, 0000000000000000, 145",
        "1FFFFFFF, 00, 85",
    })
    void agreesWithTheLengthsThatOutsideToolsMeasure(String id, String data, int bits) {
        assertThat(FrameLength.bits(frame(id, data))).isEqualTo(bits);
    }

    private static CanFrame frame(String id, String data) {
        int identifier = HexFormat.fromHexDigits(id);
        byte[] bytes = HexFormat.of().parseHex(data);
        return id.length() == 3 ? CanFrame.classic(identifier, bytes) : CanFrame.extended(identifier, bytes);
    }
}
