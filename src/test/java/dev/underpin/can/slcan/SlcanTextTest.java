package dev.underpin.can.slcan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Entropy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlcanTextTest {
    @Test
    void each_kind_of_frame_has_its_letter() {
        assertThat(text(CanFrame.classic(0x7E0, (byte) 0x02, (byte) 0x10, (byte) 0x3F)))
                .isEqualTo("t7E0302103F\r");
        assertThat(text(CanFrame.extended(0x18DAF110, (byte) 0xAB))).isEqualTo("T18DAF1101AB\r");
        assertThat(text(CanFrame.remote(0x123, false, 4))).isEqualTo("r1234\r");
        assertThat(text(CanFrame.remote(0x123, true, 0))).isEqualTo("R000001230\r");
        assertThat(text(CanFrame.fd(0x123, false, false, new byte[12]))).isEqualTo("d1239" + "0".repeat(24) + "\r");
        assertThat(text(CanFrame.fd(0x123, true, true, new byte[64]))).isEqualTo("B00000123F" + "0".repeat(128) + "\r");
    }

    @Test
    void any_frame_is_read_as_it_was_written_with_and_without_time_stamp() {
        Entropy entropy = new Entropy(7);
        for (int i = 0; i < 2_000; i++) {
            CanFrame frame = any(entropy);
            int stamp = (int) entropy.below(60_001) - 1;
            String line =
                    new String(SlcanText.received(new SlcanText.Received(frame, stamp)), StandardCharsets.US_ASCII);

            assertThat(SlcanText.parse(line.strip())).contains(new SlcanText.Received(frame, stamp));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t",
                "t7E",
                "t7E0",
                "t7E09",
                "t7E03021",
                "t7E0302103",
                "t7E0302103F1",
                "t7E0302103F123G",
                "T7E0302103F",
                "t8001AA",
                "TFFFFFFFF0",
                "x7E00",
                "tGE00",
                "t7E0302103F12345",
                "r12300",
                "d123900",
                "t\u0662\u0663\u06640"
            })
    void what_is_no_frame_is_none(String line) {
        assertThat(SlcanText.parse(line)).isEmpty();
    }

    @Test
    void noise_is_read_as_no_frame_or_as_one_and_never_breaks() {
        Entropy entropy = new Entropy(8);
        for (int i = 0; i < 5_000; i++) {
            byte[] noise = entropy.bytes((int) entropy.below(40));
            String line = new String(noise, StandardCharsets.ISO_8859_1);
            SlcanText.parse("t" + line);
            SlcanText.parse(line);
        }
    }

    @Test
    void bit_rates_without_a_command_of_their_own_are_told_by_registers() {
        assertThat(BitRates.nominal(500_000)).contains("S6");
        assertThat(BitRates.nominal(400_000)).contains("s002F");
        assertThat(BitRates.nominal(123_456)).isEmpty();
        assertThat(BitRates.data(2_000_000)).contains("Y2");
        assertThat(BitRates.data(3_333_333)).isEmpty();
    }

    private static CanFrame any(Entropy entropy) {
        boolean extended = entropy.below(2) == 0;
        int id = (int) entropy.below(extended ? 0x2000_0000 : 0x800);
        return switch ((int) entropy.below(3)) {
            case 0 -> CanFrame.remote(id, extended, (int) entropy.below(9));
            case 1 ->
                CanFrame.fd(
                        id, extended, entropy.below(2) == 0, entropy.bytes(CanFrame.fdLength((int) entropy.below(65))));
            default -> {
                byte[] data = entropy.bytes((int) entropy.below(9));
                yield extended ? CanFrame.extended(id, data) : CanFrame.classic(id, data);
            }
        };
    }

    private static String text(CanFrame frame) {
        return new String(SlcanText.command(frame), StandardCharsets.US_ASCII);
    }
}
