package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.FrameBits;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.HoldLevel;
import dev.underpin.can.disturb.View;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long error and overload flags of several nodes are together, and how many follow each other. */
class FlagsTest {
    private static final CanFrame FRAME = CanFrame.classic(0x123, (byte) 0xA5, (byte) 0x0F, (byte) 0xF0);
    private static final long LENGTH = FrameBits.of(FRAME).length();
    private static final int FLAG = 6;
    private static final int DELIMITER = 8;
    private static final int INTERMISSION = 3;
    private static final int MUCH = 2_000;

    /** Dominant bits between the bit in which the first of {@code nodes}, or of all, finds an error and the delimiter. */
    private static long superposed(FrameField field, int bit, String... nodes) {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new FlipBit(FrameFilter.id(0x123), 1, BitPlace.of(field, bit), View.of(nodes)));
        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.frames).as("%s", scene.errors()).hasSize(1);
        long ended = Long.parseLong(scene.frames.getFirst().split(" ")[0]);
        return ended - scene.errors.getFirst().at() / Scene.BIT - LENGTH - INTERMISSION - DELIMITER;
    }

    @Test
    void flagsThatBeginTogetherAreSixBitsLong() {
        assertThat(superposed(FrameField.EOF, 2)).isEqualTo(FLAG);
    }

    @Test
    void flagsThatAnswerAFlagMakeItUpToTwelveBitsLong() {
        List<Long> lengths = IntStream.range(0, 24)
                .mapToObj(bit -> superposed(FrameField.DATA, bit, "A"))
                .toList();

        assertThat(lengths).allMatch(length -> length >= FLAG && length <= 2 * FLAG);
        assertThat(lengths).contains(2L * FLAG);
        assertThat(lengths.stream().distinct()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void overloadFramesAreAnswersAndNoNodeSendsOneOfItsOwn(int asked) {
        Scene scene = new Scene("A", "B", "C");
        scene.send("A", FRAME, FRAME);
        while (scene.frames.isEmpty()) {
            scene.run(1);
        }
        long ended = scene.bits();
        for (int i = 0; i < asked; i++) {
            long at = (ended + 1 + i * (2L + FLAG + DELIMITER)) * Scene.BIT;
            scene.disturb(new HoldLevel(true, at, at + Scene.BIT, View.all()));
        }
        scene.run(MUCH);

        assertThat(scene.errors).isEmpty();
        assertThat(scene.frames).hasSize(2);
        assertThat(Long.parseLong(scene.frames.get(1).split(" ")[0]) - ended)
                .isEqualTo(asked * (2 + FLAG + DELIMITER) + INTERMISSION + LENGTH);
    }
}
