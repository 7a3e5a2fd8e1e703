package dev.underpin.can.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.can.FrameField;
import dev.underpin.can.RandomFrames;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameBitsTest {
    @Test
    void laysRandomFramesOutAsTheSlowLayoutDoes() {
        assertThat(RandomFrames.of(21, 5_000))
                .allSatisfy(frame -> assertThat(FrameBits.of(frame)).hasToString(SlowFrame.bits(frame)));
    }

    @ParameterizedTest(name = "CRC-{0} of 123456789 is 0x{1}")
    @CsvSource({"15, 059E", "17, 04F03", "21, 0ED841"})
    void theChecksHaveTheValuesThatTheCatalogueOfPolynomialsGives(int width, String expected) {
        Crc crc = width == 15 ? Crc.CRC15 : width == 17 ? Crc.CRC17 : Crc.CRC21;
        int octets = 0;
        int bits = 0;
        for (byte octet : "123456789".getBytes(StandardCharsets.US_ASCII)) {
            octets = crc.octet(octets, octet);
            for (int bit = 7; bit >= 0; bit--) {
                bits = crc.bit(bits, octet >>> bit & 1);
            }
        }

        assertThat(octets).isEqualTo(bits).isEqualTo(Integer.parseInt(expected, 16));
    }

    @Test
    void aStuffBitThatTheLastDataBitOfAnFdFrameDemandsIsTheFirstFixedOne() {
        CanFrame frame = CanFrame.fd(0x555, false, true, (byte) 0xAA, (byte) 0xDF);

        String wire = FrameBits.of(frame).toString();

        int endOfData = 1 + 11 + 2 + 3 + 5 + 16;
        assertThat(wire.substring(endOfData - 5, endOfData + 1)).isEqualTo("111110");
        assertThat(wire.substring(endOfData + 1, endOfData + 5))
                .as("no stuff bit counted")
                .isEqualTo("0000");
    }

    @Test
    void aCanFdFrameIsNeverARemoteFrameItsRrsIsDominant() {
        for (CanFrame frame : RandomFrames.of(22, 5_000).filter(CanFrame::fd).toList()) {
            WireFrame wire = WireFrame.of(frame);
            FrameField rrs = frame.extended() ? FrameField.EXTENDED_RTR : FrameField.RTR;

            assertThat(IntStream.range(0, wire.length())
                            .filter(index -> wire.field(index) == rrs && wire.place(index) == 0)
                            .map(wire::bit))
                    .as("%s", frame)
                    .containsExactly(0);
            assertThat(frame.remote()).isFalse();
        }
    }
}
