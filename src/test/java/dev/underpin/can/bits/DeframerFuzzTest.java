package dev.underpin.can.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.can.Fuzz;
import dev.underpin.can.RandomFrames;
import dev.underpin.time.Entropy;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class DeframerFuzzTest {
    private static final int USUAL = 500_000;
    private static final int LONGEST = 1_000;

    private final Deframer reader = new Deframer();
    private final Entropy entropy = new Entropy(11);

    @Test
    void randomBitsAreReadOrRefusedAndEndInTime() {
        int refused = 0;
        for (int round = Fuzz.rounds(USUAL); round > 0; round--) {
            long noise = entropy.below(Long.MAX_VALUE);
            reader.begin();
            Deframer.Reading reading = reader.feed(0);
            int bits = 1;
            while (goesOn(reading) && bits < LONGEST) {
                noise = noise * 6364136223846793005L + 1442695040888963407L;
                reading = reader.feed((int) (noise >>> 63));
                bits++;
            }
            assertThat(bits).isLessThan(LONGEST);
            refused += reading == Deframer.Reading.END ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aFrameWithFlippedBitsIsRefusedOrReadAsAFrame() {
        Iterator<CanFrame> frames = RandomFrames.of(13, Integer.MAX_VALUE).iterator();
        int refused = 0;
        int rounds = Fuzz.rounds(USUAL / 10);
        for (int round = 0; round < rounds; round++) {
            CanFrame frame = frames.next();
            FrameBits bits = FrameBits.of(frame);
            int first = (int) entropy.below(bits.length());
            int second = (int) entropy.below(bits.length());
            reader.begin();
            Deframer.Reading reading = Deframer.Reading.BIT;
            for (int i = 0; i < bits.length() && goesOn(reading); i++) {
                reading = reader.feed((bits.recessive(i) ? 1 : 0) ^ (i == first || i == second ? 1 : 0));
            }
            if (reading == Deframer.Reading.END && reader.genuine()) {
                assertThat(reader.frame().length()).isLessThanOrEqualTo(64);
            } else {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(rounds / 2);
    }

    private static boolean goesOn(Deframer.Reading reading) {
        return reading == Deframer.Reading.BIT || reading == Deframer.Reading.STUFF_BIT;
    }
}
