package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.FrameBits;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.HoldLevel;
import dev.underpin.can.disturb.OpenWire;
import dev.underpin.can.disturb.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a controller breaks when it counts one bit too few or too many (ISO 11898-1:2015, 10.4.6, 10.9, 12.1). */
class LastBitTest {
    private static final CanFrame FRAME = CanFrame.classic(0x123, (byte) 0x55, (byte) 0xAA);
    private static final long LENGTH = FrameBits.of(FRAME).length();
    private static final int MUCH = 5_000;

    private static void dominant(Scene scene, long bit) {
        long from = scene.time.now() + bit * Scene.BIT;
        scene.disturb(new HoldLevel(true, from, from + Scene.BIT, View.all()));
    }

    @Test
    void aNodeThatIsSwitchedOnTakesPartBehindElevenRecessiveBits() {
        Scene scene = new Scene("A", "B", "C");
        scene.port("C").power(false);
        scene.send("A", FRAME).run(LENGTH - 20);

        scene.port("C").power(true);
        scene.send("C", CanFrame.classic(0x001)).run(MUCH);

        int ackDelimiterAndEndOfFrame = 8;
        assertThat(gap(scene))
                .as("11 recessive bits from the ACK delimiter on, then its frame")
                .isEqualTo(11
                        - ackDelimiterAndEndOfFrame
                        + FrameBits.of(CanFrame.classic(0x001)).length());
    }

    @Test
    void aDominantLastBitOfADelimiterIsAnOverloadAndNoError() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new FlipBit(FrameFilter.id(0x123), 1, BitPlace.of(FrameField.DATA, 3), View.of("A")));
        scene.send("A", FRAME);
        while (scene.errors("B").isEmpty()) {
            scene.run(1);
        }
        int errors = scene.errors.size();
        int flagOfTheReceivers = 6;
        dominant(scene, flagOfTheReceivers + 8 - 1);

        scene.run(MUCH);

        assertThat(scene.errors).hasSize(errors);
        assertThat(scene.frames).hasSize(1);
    }

    @Test
    void aPassiveSenderTakesADominantThirdBitOfTheIntermissionForAFrameOfAnother() {
        Scene scene = new Scene("A", "B", "C");
        Disturbances.Active cut = scene.disturb(new OpenWire("A"));
        scene.send("A", CanFrame.classic(0x100)).run(MUCH);
        scene.disturb(new FlipBit(FrameFilter.id(0x100), 1, BitPlace.of(FrameField.CRC, 3), View.of("A")));
        scene.bus.heal(cut);
        while (scene.frames.isEmpty()) {
            scene.run(1);
        }
        scene.send("A", CanFrame.classic(0x110)).send("B", CanFrame.classic(0x200));
        dominant(scene, 2);

        scene.run(MUCH);

        assertThat(scene.frames).extracting(it -> it.split(" ")[1]).containsExactly("A", "B", "A");
        assertThat(scene.states).as("one more error keeps A passive").noneMatch(it -> it.contains("WARNING 127"));
    }

    @Test
    void aListenOnlyNodeThatFindsAnErrorKeepsItToItself() {
        Scene scene = new Scene("A", "B").attach("L", ControllerSettings.STANDARD.withListenOnly());
        scene.disturb(new FlipBit(FrameFilter.id(0x123), 1, BitPlace.of(FrameField.CRC_DELIMITER, 0), View.of("L")));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.errors("L")).hasSize(1);
        assertThat(scene.errors).hasSize(1);
        assertThat(scene.frames).hasSize(1);
    }

    @Test
    void norDoesItSignalAnOverload() {
        Scene scene = new Scene("A", "B").attach("L", ControllerSettings.STANDARD.withListenOnly());
        scene.disturb(new FlipBit(FrameFilter.id(0x123), 1, BitPlace.of(FrameField.EOF, 6), View.of("L")));

        scene.send("A", FRAME, FRAME).run(MUCH);

        assertThat(gap(scene)).isEqualTo(3 + LENGTH);
    }

    @ParameterizedTest
    @CsvSource({"CRC_DELIMITER, 0", "ACK_DELIMITER, 0", "EOF, 0", "EOF, 2", "EOF, 4"})
    void aFrameThatEveryNodeReadsWronglyIsShownToObserversWhenItIsRepeated(FrameField field, int bit) {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new FlipBit(FrameFilter.id(0x123), 1, BitPlace.of(field, bit), View.of("A", "B", "C")));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.frames).singleElement().asString().contains(" A " + FRAME);
        assertThat(scene.heard).contains("A sent " + FRAME);
    }

    @Test
    void aFrameThatItsSenderAloneTakesForBrokenIsShownAsThatSendersBothTimes() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new FlipBit(FrameFilter.id(0x123), 1, BitPlace.of(FrameField.EOF, 5), View.of("A")));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.frames).hasSize(2).allMatch(it -> it.contains(" A " + FRAME));
    }

    private static long gap(Scene scene) {
        return Long.parseLong(scene.frames.get(1).split(" ")[0])
                - Long.parseLong(scene.frames.get(0).split(" ")[0]);
    }
}
