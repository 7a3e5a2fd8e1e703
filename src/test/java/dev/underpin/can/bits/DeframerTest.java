package dev.underpin.can.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.can.RandomFrames;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeframerTest {
    private final Deframer reader = new Deframer();

    static Stream<CanFrame> frames() {
        return RandomFrames.of(3, 300);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void whatWasLaidOutIsReadBack(CanFrame frame) {
        FrameBits bits = FrameBits.of(frame);
        for (int i = 0; i < bits.length() - 1; i++) {
            assertThat(reader.feed(bits.recessive(i) ? 1 : 0))
                    .as("bit %d of %s", i, frame)
                    .isIn(Deframer.Reading.BIT, Deframer.Reading.STUFF_BIT);
        }

        assertThat(reader.feed(1)).isEqualTo(Deframer.Reading.END);
        assertThat(reader.genuine()).isTrue();
        assertThat(reader.frame()).isEqualTo(frame);
    }

    @Test
    void noSingleFlippedBitOfAFrameIsTakenForAnother() {
        RandomFrames.of(5, 200).forEach(frame -> {
            FrameBits bits = FrameBits.of(frame);
            int checked = bits.length() - 10;
            for (int flipped = 1; flipped < checked; flipped++) {
                assertThat(readsWrong(frame, bits, flipped))
                        .as("bit %d of %s", flipped, frame)
                        .isFalse();
            }
        });
    }

    /** Whether the frame with one bit flipped is read to its end as a genuine one. */
    private boolean readsWrong(CanFrame frame, FrameBits bits, int flipped) {
        reader.begin();
        for (int i = 0; i < bits.length(); i++) {
            int bit = (bits.recessive(i) ? 1 : 0) ^ (i == flipped ? 1 : 0);
            switch (reader.feed(bit)) {
                case STUFF_ERROR, FORM_ERROR -> {
                    return false;
                }
                case END -> {
                    return reader.genuine();
                }
                default -> {}
            }
        }
        return reader.genuine()
                && reader.field() == dev.underpin.can.FrameField.EOF
                && !reader.frame().equals(frame);
    }
}
