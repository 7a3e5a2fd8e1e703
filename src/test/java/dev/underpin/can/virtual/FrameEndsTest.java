package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanBus.BusError;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.FrameBits;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.ClockOffset;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.HoldLevel;
import dev.underpin.can.disturb.MissingTerminator;
import dev.underpin.can.disturb.Noise;
import dev.underpin.can.disturb.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collisions, the last bits of a frame, overload, and disturbances of wiring and clocks. */
class FrameEndsTest {
    private static final CanFrame FRAME = CanFrame.classic(0x123, (byte) 0x55, (byte) 0xAA);
    private static final FrameFilter IT = FrameFilter.id(0x123);
    private static final int MUCH = 5_000;

    private static FlipBit flip(int occurrence, FrameField field, int bit, String... nodes) {
        return new FlipBit(IT, occurrence, BitPlace.of(field, bit), View.of(nodes));
    }

    @Test
    void twoSendersOfOneIdentifierCollideWithABitError() {
        Scene scene = new Scene("A", "B", "C");

        scene.send("A", CanFrame.classic(0x123, (byte) 0x0F)).send("B", CanFrame.classic(0x123, (byte) 0xF0));
        scene.run(200);

        assertThat(scene.errors.getFirst()).satisfies(error -> {
            assertThat(error.node()).isEqualTo("B");
            assertThat(error.kind()).isEqualTo(ErrorKind.BIT);
            assertThat(error.field()).isEqualTo(FrameField.DATA);
        });
    }

    @Test
    void twoSendersOfOneAndTheSameFrameBothSucceedAtOnce() {
        Scene scene = new Scene("A", "B", "C");

        scene.send("A", FRAME).send("B", FRAME).run(MUCH);

        assertThat(scene.frames).hasSize(1);
        assertThat(scene.heard).containsExactlyInAnyOrder("A sent " + FRAME, "B sent " + FRAME, "C " + FRAME);
    }

    @Test
    void anErrorInTheLastButOneBitOfTheEndOfFrameDoublesTheFrameAtTheOtherReceivers() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, FrameField.EOF, 5, "B"));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.heard).containsExactly("C " + FRAME, "B " + FRAME, "C " + FRAME, "A sent " + FRAME);
    }

    @Test
    void aDominantLastBitAtTheSenderAloneDoublesTheFrameAtAllReceivers() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, FrameField.EOF, 6, "A"));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.heard.stream().filter(it -> it.equals("B " + FRAME))).hasSize(2);
        assertThat(scene.heard.stream().filter(it -> it.equals("C " + FRAME))).hasSize(2);
    }

    @Test
    void aDominantLastBitAtAReceiverIsAnOverloadAndCostsNothing() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, FrameField.EOF, 6, "B"));

        scene.send("A", FRAME, FRAME).run(MUCH);

        assertThat(scene.errors).isEmpty();
        assertThat(scene.heard.stream().filter(it -> it.equals("B " + FRAME))).hasSize(2);
        long length = FrameBits.of(FRAME).length();
        assertThat(gap(scene)).as("an overload frame lies between them").isGreaterThan(3 + length);
    }

    private static long gap(Scene scene) {
        return Long.parseLong(scene.frames.get(1).split(" ")[0])
                - Long.parseLong(scene.frames.get(0).split(" ")[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aDominantBitInTheFirstTwoOfTheIntermissionIsAnOverload(int bit) {
        Scene scene = new Scene("A", "B", "C");
        long length = FrameBits.of(FRAME).length();
        long start = 10;
        long at = (start + length + bit) * Scene.BIT;
        scene.disturb(new HoldLevel(true, at, at + Scene.BIT, View.all()));

        scene.run(start).send("A", FRAME, FRAME).run(MUCH);

        assertThat(scene.errors).isEmpty();
        assertThat(scene.frames).hasSize(2);
        assertThat(gap(scene)).isEqualTo(bit + 1 + 6 + 8 + 3 + length);
    }

    @Test
    void aDominantThirdBitOfTheIntermissionIsAStartOfFrame() {
        Scene scene = new Scene("A", "B", "C");
        scene.send("A", FRAME, FRAME);
        while (scene.frames.isEmpty()) {
            scene.run(1);
        }
        long at = scene.time.now() + 2 * Scene.BIT;
        scene.disturb(new HoldLevel(true, at, at + Scene.BIT, View.all()));
        scene.run(MUCH);

        long length = FrameBits.of(FRAME).length();
        assertThat(gap(scene)).as("A's second frame begins with that bit").isEqualTo(2 + length);
        assertThat(scene.errors).isEmpty();
    }

    @Test
    void aLostArbitrationCostsNothingAndIsRepeated() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new FlipBit(FrameFilter.id(0x7FF), 0, BitPlace.onWire(0), View.all()));

        scene.send("A", CanFrame.classic(0x200))
                .send("B", CanFrame.classic(0x100))
                .run(MUCH);

        assertThat(scene.frames).extracting(it -> it.split(" ")[2]).containsExactly("100#", "200#");
        assertThat(scene.errors).isEmpty();
    }

    @Test
    void aRecessiveStuffBitReadDominantInTheArbitrationCostsTheSenderNothing() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new FlipBit(FrameFilter.id(0x000), 1, BitPlace.stuffBit(FrameField.IDENTIFIER, 0), View.all()));

        scene.send("A", CanFrame.classic(0x000)).run(MUCH);

        BusError error = scene.errors("A").getFirst();
        assertThat(error.kind()).isEqualTo(ErrorKind.STUFF);
        assertThat(error.transmitErrors()).isZero();
        assertThat(scene.frames).hasSize(1);
    }

    @Test
    void noiseCostsRepetitionsAndNothingElse() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new Noise(1e-3, 0, Long.MAX_VALUE, View.all()));
        for (int i = 0; i < 200; i++) {
            scene.send("A", CanFrame.classic(0x100 + i, (byte) i, (byte) 0x5A));
        }

        scene.run(100_000);

        assertThat(scene.errors).isNotEmpty();
        assertThat(scene.heard.stream().filter(it -> it.contains("sent"))).hasSize(200);
    }

    @Test
    void oneSeedOfNoiseIsOneHistory() {
        assertThat(noisy(1)).isEqualTo(noisy(1)).isNotEqualTo(noisy(2));
    }

    private static java.util.List<String> noisy(long seed) {
        Scene scene = new Scene(seed, "A", "B", "C");
        scene.disturb(new Noise(1e-2, 0, Long.MAX_VALUE, View.all()));
        scene.send("A", FRAME, FRAME, FRAME).run(20_000);
        return scene.errors();
    }

    @Test
    void noiseOnAnIdleBusIsSeenToo() {
        Scene scene = new Scene("A", "B");
        scene.disturb(new Noise(1e-4, 0, Long.MAX_VALUE, View.all()));

        scene.run(1_000_000);

        assertThat(scene.errors.size() / 2).isBetween(50, 150);
    }

    @Test
    void aMissingTerminatorIsNoticedByTheNodesOneByOne() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new MissingTerminator(0.01));
        for (int i = 0; i < 100; i++) {
            scene.send("A", FRAME);
        }

        scene.run(100_000);

        assertThat(scene.errors).extracting(BusError::node).contains("A", "B", "C");
    }

    @Test
    void aShortBetweenTheWiresTakesTheSenderOffTheBus() {
        Scene scene = new Scene("B", "C").attach("A", ControllerSettings.STANDARD.withRecoveryOnRequest());
        scene.disturb(HoldLevel.shortBetweenWires(0, Long.MAX_VALUE));

        scene.send("A", FRAME).run(20_000);

        assertThat(scene.states).anyMatch(state -> state.contains("A BUS_OFF"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-30_000, 60_000})
    void aClockBeyondTheReachOfResynchronisationBreaksFrames(long partsPerMillion) {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new ClockOffset("B", partsPerMillion));

        scene.send("A", CanFrame.classic(0x0F0, (byte) 0x1F, (byte) 0x07, (byte) 0xC1, (byte) 0xF0))
                .run(300);

        assertThat(scene.errors("B")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-5_000, 5_000})
    void aClockWithinTheReachOfResynchronisationDoesNoHarm(long partsPerMillion) {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new ClockOffset("B", partsPerMillion));

        scene.send("A", CanFrame.classic(0x0F0, (byte) 0x1F, (byte) 0x07, (byte) 0xC1, (byte) 0xF0));
        scene.send("B", FRAME).run(MUCH);

        assertThat(scene.errors).isEmpty();
        assertThat(scene.frames).hasSize(2);
    }

    @Test
    void aReceiverThatMisreadsTheBitRateSwitchFindsAnErrorAndTheFrameIsRepeated() {
        Scene scene = new Scene("A", "B", "C");
        CanFrame frame = CanFrame.fd(0x123, false, true, new byte[32]);
        scene.disturb(flip(1, FrameField.BRS, 0, "B"));

        scene.send("A", frame).run(MUCH);

        assertThat(scene.errors("B")).isNotEmpty();
        assertThat(scene.heard.stream().filter(it -> it.equals("B " + frame))).hasSize(1);
    }

    @Test
    void anErrorPassiveSenderSaysSoInItsCanFdFrames() {
        Scene scene = new Scene("A");
        scene.send("A", CanFrame.classic(0x100)).run(3_000);
        CanPort other = scene.attach("B", ControllerSettings.STANDARD).port("B");
        CanFrame frame = CanFrame.fd(0x050, false, true, new byte[4]);
        scene.send("A", frame).run(MUCH);

        assertThat(other.state()).isEqualTo(dev.underpin.can.ControllerState.ERROR_ACTIVE);
        assertThat(scene.heard).contains("B " + frame.withEsi(true));
    }

    @Test
    void framesOfAFifoLeaveInTheOrderInWhichTheyCame() {
        Scene scene = new Scene("B").attach("A", ControllerSettings.STANDARD.withOrder(ControllerSettings.Order.FIFO));

        scene.send("A", CanFrame.classic(0x300), CanFrame.classic(0x100), CanFrame.classic(0x200))
                .run(MUCH);

        assertThat(scene.frames).extracting(it -> it.split(" ")[2]).containsExactly("300#", "100#", "200#");
    }

    @Test
    void anAbortedFrameIsNotSentUnlessItIsOnTheWire() {
        Scene scene = new Scene("A", "B");
        scene.send("A", CanFrame.classic(0x100), CanFrame.classic(0x200)).run(5);

        assertThat(scene.port("A").abort(CanFrame.classic(0x100))).isFalse();
        assertThat(scene.port("A").abort(CanFrame.classic(0x200))).isTrue();
        scene.run(MUCH);

        assertThat(scene.frames).extracting(it -> it.split(" ")[2]).containsExactly("100#");
    }
}
