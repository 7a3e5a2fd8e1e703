package dev.underpin.can.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.RandomFrames;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLengthTest {
    private static final int INTERMISSION = 3;

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

    @Test
    void agreesWithASlowLayoutOfTwentyThousandRandomFrames() {
        assertThat(RandomFrames.of(15, 20_000))
                .allSatisfy(frame -> assertThat(FrameLength.bits(frame))
                        .isEqualTo(SlowFrame.bits(frame).length() + INTERMISSION));
    }

    @Test
    void countsTheBitsBetweenTheRateSwitchAndTheCrcDelimiterAtTheDataRate() {
        assertThat(RandomFrames.of(16, 4_000))
                .allSatisfy(frame -> assertThat(FrameLength.dataBits(frame)).isEqualTo(SlowFrame.dataRateBits(frame)));
    }

    @Test
    void staysWithinTheWorstCaseOfEachLength() {
        assertThat(RandomFrames.of(17, 20_000).filter(frame -> !frame.fd() && !frame.remote()))
                .allSatisfy(frame -> assertThat(FrameLength.bits(frame))
                        .isBetween(
                                (frame.extended() ? 67 : 47) + 8 * frame.length(),
                                (frame.extended() ? 80 : 55) + 10 * frame.length()));
    }

    @Test
    void aFrameOfSixtyFourBytesSwitchesRatesForMostOfItsBits() {
        CanFrame frame = CanFrame.fd(0x555, false, true, HexFormat.of().parseHex("55".repeat(64)));
        BusTiming timing = new BusTiming(500_000, 2_000_000);

        assertThat(FrameLength.nominalBits(frame)).isEqualTo(17 + 12);
        assertThat(FrameLength.dataBits(frame)).isEqualTo(5 + 512 + 4 + 21 + 7 + 1);
        assertThat(FrameLength.nanos(frame, timing)).isEqualTo(29 * 2_000 + 550 * 500);
    }

    @ParameterizedTest(name = "a {0} of 0 bytes takes at least {1} bits")
    @CsvSource({"base FD, false, 29, 33", "extended FD, true, 48, 33"})
    void withoutARateSwitchAllBitsOfAnFdFrameAreNominal(String kind, boolean extended, int nominal, int data) {
        CanFrame frame = CanFrame.fd(extended ? 0x15555555 : 0x555, extended, false);

        assertThat(FrameLength.dataBits(frame)).as(kind).isZero();
        assertThat(FrameLength.nominalBits(frame)).isGreaterThanOrEqualTo(nominal + data);
    }

    private static CanFrame frame(String id, String data) {
        int identifier = HexFormat.fromHexDigits(id);
        byte[] bytes = HexFormat.of().parseHex(data);
        return id.length() == 3 ? CanFrame.classic(identifier, bytes) : CanFrame.extended(identifier, bytes);
    }
}
