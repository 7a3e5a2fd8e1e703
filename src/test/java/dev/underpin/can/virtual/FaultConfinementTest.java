package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanBus.BusError;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.HoldLevel;
import dev.underpin.can.disturb.OpenWire;
import dev.underpin.can.disturb.View;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of fault confinement, ISO 11898-1:2015, 12.1.4. */
@Tag("rules")
class FaultConfinementTest {
    private static final CanFrame FRAME = CanFrame.classic(0x123, (byte) 0x55, (byte) 0xAA);
    private static final FrameFilter IT = FrameFilter.id(0x123);
    private static final int MUCH = 5_000;

    private static FlipBit flip(int occurrence, FrameField field, int bit, String... nodes) {
        return new FlipBit(IT, occurrence, BitPlace.of(field, bit), View.of(nodes));
    }

    @Test
    void aReceiverThatDetectsAnErrorCountsOneAndEightWhenItWasTheFirst() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, FrameField.CRC_DELIMITER, 0, "B"));

        scene.send("A", FRAME).run(MUCH);

        BusError first = scene.errors("B").getFirst();
        assertThat(first.kind()).isEqualTo(ErrorKind.FORM);
        assertThat(first.receiveErrors()).isEqualTo(1);
        assertThat(scene.bus.nodes()[1].controller().receiveErrors())
                .as("1 for the error, 8 for the dominant bit behind its flag, less 1 for the repetition")
                .isEqualTo(1 + 8 - 1);
        assertThat(scene.frames).hasSize(1);
    }

    @Test
    void aSenderThatSignalsAnErrorCountsEightAndOneLessForEachFrameSentWell() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, FrameField.DATA, 3, "A"));

        scene.send("A", FRAME, FRAME, FRAME).run(MUCH);

        assertThat(scene.errors("A")).singleElement().satisfies(error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.BIT);
            assertThat(error.field()).isEqualTo(FrameField.DATA);
            assertThat(error.transmitErrors()).isEqualTo(8);
        });
        assertThat(scene.bus.nodes()[0].controller().transmitErrors()).isEqualTo(8 - 3);
        assertThat(scene.errors("B")).first().extracting(BusError::kind).isEqualTo(ErrorKind.STUFF);
    }

    @ParameterizedTest
    @CsvSource({"CRC, 4, CRC", "CRC_DELIMITER, 0, FORM", "ACK_DELIMITER, 0, FORM", "EOF, 0, FORM", "EOF, 4, FORM"})
    void aReceiverNamesWhatItFoundAndWhere(FrameField field, int bit, ErrorKind kind) {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, field, bit, "B"));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.errors("B").getFirst().kind()).isEqualTo(kind);
        assertThat(scene.errors("A")).as("the sender notices").isNotEmpty();
        assertThat(scene.frames).as("and repeats the frame").hasSize(1);
    }

    @Test
    void aReceiverThatReadsSixEqualBitsFindsAStuffError() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(new FlipBit(IT, 1, BitPlace.stuffBit(FrameField.DATA, 0), View.of("B")));

        scene.send("A", CanFrame.classic(0x123, (byte) 0x07, (byte) 0xF0)).run(MUCH);

        assertThat(scene.errors("B").getFirst().kind()).isEqualTo(ErrorKind.STUFF);
        assertThat(scene.errors("B").getFirst().field()).isEqualTo(FrameField.DATA);
    }

    @Test
    void aFlagAfterACrcErrorBeginsBehindTheAckDelimiter() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, FrameField.CRC, 14, "B"));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.errors("B").getFirst().kind()).isEqualTo(ErrorKind.CRC);
        BusError sender = scene.errors("A").getFirst();
        assertThat(sender.kind()).isEqualTo(ErrorKind.FORM);
        assertThat(sender.field())
                .as("B's flag meets the first bit of the end of frame")
                .isEqualTo(FrameField.EOF);
    }

    @Test
    void sixteenSendsWithoutAcknowledgementMakeALoneNodePassiveAndItNeverGoesBusOff() {
        Scene scene = new Scene("A");

        scene.send("A", FRAME).run(100_000);

        assertThat(scene.errors("A")).hasSizeGreaterThanOrEqualTo(16);
        assertThat(scene.errors("A").subList(0, 16)).allSatisfy(error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.ACK);
            assertThat(error.field()).isEqualTo(FrameField.ACK);
        });
        assertThat(scene.errors("A").get(15).transmitErrors()).isEqualTo(128);
        assertThat(scene.states)
                .extracting(state -> state.replaceFirst("\\d+ ", ""))
                .containsExactly("A ERROR_WARNING 96 0", "A ERROR_PASSIVE 128 0");
    }

    @Test
    void aPassiveNodeOnABrokenStubLineRepeatsForEverAndCountsNoFurther() {
        Scene scene = new Scene("A", "B");
        scene.disturb(new OpenWire("A"));

        scene.send("A", FRAME).run(20_000);

        assertThat(scene.port("A").state()).isEqualTo(ControllerState.ERROR_PASSIVE);
        assertThat(scene.bus.nodes()[0].controller().transmitErrors()).isEqualTo(128);
        assertThat(scene.heard).isEmpty();
    }

    @Test
    void thirtyTwoConsecutiveErrorsOfASenderTakeItOffTheBusAndNoFewer() {
        Scene scene = new Scene("B", "C").attach("A", ControllerSettings.STANDARD.withRecoveryOnRequest());
        scene.disturb(flip(0, FrameField.DATA, 3, "A"));

        scene.send("A", FRAME).run(20_000);

        assertThat(scene.errors("A")).hasSize(32);
        assertThat(scene.states.stream().filter(state -> state.contains(" A ")))
                .extracting(state -> state.replaceFirst("\\d+ ", ""))
                .containsExactly("A ERROR_WARNING 96 0", "A ERROR_PASSIVE 128 0", "A BUS_OFF 256 0");
    }

    @Test
    void recoveryTakesExactly1408RecessiveBits() {
        Scene scene = new Scene();
        scene.attach("A", ControllerSettings.STANDARD.withRecoveryOnRequest())
                .attach("B", ControllerSettings.STANDARD)
                .attach("C", ControllerSettings.STANDARD);
        Disturbances.Active cause = scene.disturb(flip(0, FrameField.DATA, 3, "A"));
        scene.send("A", FRAME).run(20_000);
        scene.bus.heal(cause);
        scene.run(1_000);
        assertThat(scene.port("A").state()).isEqualTo(ControllerState.BUS_OFF);

        long asked = scene.bits();
        scene.port("A").recover();
        scene.run(3_000);

        assertThat(scene.states.getLast()).isEqualTo((asked + 1408) + " A ERROR_ACTIVE 0 0");
        assertThat(scene.heard).as("what was queued goes out").contains("A sent " + FRAME);
    }

    @Test
    void trafficOfOthersDelaysTheRecovery() {
        Scene scene = new Scene();
        scene.attach("A", ControllerSettings.STANDARD.withRecoveryOnRequest())
                .attach("B", ControllerSettings.STANDARD)
                .attach("C", ControllerSettings.STANDARD);
        Disturbances.Active cause = scene.disturb(flip(0, FrameField.DATA, 3, "A"));
        scene.send("A", FRAME).run(20_000);
        scene.bus.heal(cause);
        long asked = scene.bits();
        for (int i = 0; i < 100; i++) {
            scene.send("B", CanFrame.classic(0x200, (byte) i));
        }

        scene.port("A").recover();
        scene.run(30_000);

        long back = Long.parseLong(scene.states.getLast().split(" ")[0]);
        assertThat(scene.states.getLast()).endsWith("A ERROR_ACTIVE 0 0");
        assertThat(back - asked).isGreaterThan(100 * 50);
    }

    @Test
    void aReceiverPast127ComesBackTo119WithOneGoodFrame() {
        Scene scene = new Scene("A", "B", "C");
        Disturbances.Active cause = scene.disturb(flip(0, FrameField.CRC_DELIMITER, 0, "B"));
        scene.send("A", FRAME);
        while (scene.port("B").state() != ControllerState.ERROR_PASSIVE) {
            scene.run(1);
        }
        scene.bus.heal(cause);
        scene.run(MUCH);

        assertThat(scene.bus.nodes()[1].controller().receiveErrors()).isLessThanOrEqualTo(119);
        assertThat(scene.states).anyMatch(state -> state.endsWith("B ERROR_WARNING 0 119"));
    }

    @Test
    void aPassiveReceiverDisturbsNobody() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(0, FrameField.CRC_DELIMITER, 0, "B"));
        for (int i = 0; i < 40; i++) {
            scene.send("A", FRAME);
        }
        scene.run(20_000);

        long delivered = scene.heard.stream().filter(it -> it.startsWith("C ")).count();
        assertThat(delivered)
                .as("C gets the frames once B's flags are recessive")
                .isEqualTo(40);
        assertThat(scene.heard).noneMatch(it -> it.startsWith("B "));
    }

    @Test
    void aPassiveSenderLetsEightBitsPassBeforeItsNextFrame() {
        Scene scene = new Scene("A", "B");
        scene.port("B").power(false);
        scene.send("A", FRAME, FRAME, FRAME).run(5_000);
        scene.port("B").power(true);
        scene.run(5_000);

        long first = Long.parseLong(scene.frames.get(0).split(" ")[0]);
        long second = Long.parseLong(scene.frames.get(1).split(" ")[0]);
        long length = dev.underpin.can.bits.FrameBits.of(FRAME).length();
        assertThat(second - first)
                .as("the counter fell to 127 with the first frame: no longer passive")
                .isEqualTo(3 + length);
        assertThat(scene.states).anyMatch(state -> state.contains("A ERROR_WARNING 127"));
    }

    @Test
    void aStuckDominantBusIsCountedEveryEightBits() {
        Scene scene = new Scene("A", "B");
        scene.disturb(HoldLevel.stuckDominant(0, 200 * Scene.BIT));

        scene.run(100);

        int bitsBehindTheFlag = 100 - 6 - 6;
        assertThat(scene.bus.nodes()[0].controller().receiveErrors())
                .as("1 for the stuff error, 8 for the dominant bit behind the flag, 8 for each eight more")
                .isEqualTo(1 + 8 + 8 * (bitsBehindTheFlag / 8));
    }

    @Test
    void theReceiveErrorCounterStopsAt255() {
        Scene scene = new Scene("A", "B");
        scene.disturb(HoldLevel.stuckDominant(0, MUCH * Scene.BIT));

        scene.run(MUCH);

        assertThat(scene.bus.nodes()[0].controller().receiveErrors()).isEqualTo(255);
    }

    @Test
    void aBitErrorInItsOwnActiveFlagCostsEight() {
        Scene scene = new Scene("A", "B", "C");
        scene.disturb(flip(1, FrameField.CRC_DELIMITER, 0, "B"));
        scene.send("A", FRAME).run(1);
        while (scene.errors("B").isEmpty()) {
            scene.run(1);
        }
        long now = scene.time.now();
        scene.disturb(new HoldLevel(false, now, now + Scene.BIT, View.of("B")));
        scene.run(1);

        assertThat(scene.bus.nodes()[1].controller().receiveErrors()).isEqualTo(1 + 8);
    }

    @Test
    void aListenOnlyNodeSendsNothingAndAcknowledgesNothing() {
        Scene scene = new Scene("A").attach("L", ControllerSettings.STANDARD.withListenOnly());

        scene.send("A", FRAME).send("L", CanFrame.classic(1)).run(5_000);

        assertThat(scene.frames).isEmpty();
        assertThat(scene.errors("A")).extracting(BusError::kind).containsOnly(ErrorKind.ACK);
        assertThat(scene.errors("L"))
                .allSatisfy(it -> assertThat(it.receiveErrors()).isZero());
    }

    @Test
    void aOneShotFrameThatMeetsAnErrorIsDropped() {
        Scene scene = new Scene("B", "C").attach("A", ControllerSettings.STANDARD.withOneShot());
        scene.disturb(flip(1, FrameField.DATA, 3, "A"));

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.frames).isEmpty();
        assertThat(scene.heard).isEmpty();
    }
}
