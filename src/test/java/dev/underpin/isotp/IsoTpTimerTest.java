package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.isotp.IsoTpParameters.Timeouts;
import dev.underpin.time.Nanos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each timer of the standard with its default and with the value of ISO 15765-4. */
class IsoTpTimerTest {
    private static final long MS = Nanos.MILLISECOND;
    private static final String FIRST_OF_20 = "10 14 00 01 02 03 04 05";
    private static final String SECOND_OF_20 = "21 06 07 08 09 0a 0b 0c";

    private static ScriptedPeer peer(String set) {
        return new ScriptedPeer(set.equals("OBD") ? IsoTpParameters.obd() : IsoTpParameters.classic());
    }

    /** Lets time pass until {@code nanos} after the end of the endpoint's last frame. */
    private static void until(ScriptedPeer peer, long nanos) {
        peer.waits(peer.ends.getLast() + nanos - peer.time.now());
    }

    @Test
    void theTimeOutsAreThoseOfTheStandards() {
        assertThat(IsoTpParameters.classic().timeouts()).isEqualTo(new Timeouts(1000 * MS, 1000 * MS, 1000 * MS));
        assertThat(IsoTpParameters.obd().timeouts()).isEqualTo(new Timeouts(25 * MS, 75 * MS, 150 * MS));
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 25"})
    void aFrameThatTheBusDoesNotTakeInTimeIsGivenUpAndTakenBack(String set, long millis) {
        ScriptedPeer peer = peer(set);
        peer.port.power(false);
        long begun = peer.time.now();
        peer.endpoint.send(new byte[3], peer.results::add);

        peer.waits(begun + millis * MS - 1 - peer.time.now());
        assertThat(peer.results).isEmpty();
        peer.waits(1);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_A);

        peer.port.power(true);
        peer.waits(100 * MS);
        assertThat(peer.heard).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 25"})
    void aFlowControlThatTheBusDoesNotTakeInTimeIsGivenUpAndTakenBack(String set, long millis) {
        ScriptedPeer peer = peer(set);
        peer.endpoint.listen(new Deafening(peer));
        peer.port.send(dev.underpin.can.CanFrame.classic(0x7E0, bytes(FIRST_OF_20)));
        while (peer.told.isEmpty()) {
            peer.time.step();
        }
        long begun = peer.time.now();

        peer.waits(millis * MS - 1);
        assertThat(peer.told).containsExactly("FF 20");
        peer.waits(1);
        assertThat(peer.told).containsExactly("FF 20", "failed N_TIMEOUT_A");
        assertThat(peer.time.now() - begun).isEqualTo(millis * MS);

        peer.port.power(true);
        peer.waits(100 * MS);
        assertThat(peer.heard).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 25"})
    void anOverflowThatTheBusDoesNotTakeInTimeIsTakenBackToo(String set, long millis) {
        IsoTpParameters small =
                (set.equals("OBD") ? IsoTpParameters.obd() : IsoTpParameters.classic()).withMaxLength(19);
        ScriptedPeer peer = new ScriptedPeer(small);
        peer.port.send(dev.underpin.can.CanFrame.classic(0x7E0, bytes(FIRST_OF_20)), () -> peer.port.power(false));
        peer.waits(millis * MS + MS);
        peer.port.power(true);
        peer.waits(100 * MS);

        assertThat(peer.told).containsExactly("failed N_TIMEOUT_A");
        assertThat(peer.heard).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 75"})
    void withoutFlowControlTheMessageIsGivenUp(String set, long millis) {
        ScriptedPeer peer = peer(set);
        peer.sends(20);

        until(peer, millis * MS - 1);
        assertThat(peer.results).isEmpty();
        peer.waits(1);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_BS);
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 75"})
    void withoutFlowControlAfterABlockTheMessageIsGivenUp(String set, long millis) {
        ScriptedPeer peer = peer(set);
        peer.sends(60).says("30 02 00");

        until(peer, millis * MS - 1);
        assertThat(peer.results).isEmpty();
        peer.waits(1);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_BS);
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 75"})
    void aWaitStartsTheWaitingAnew(String set, long millis) {
        ScriptedPeer peer = peer(set);
        peer.sends(20).waits(millis * MS / 2);
        peer.port.send(dev.underpin.can.CanFrame.classic(0x7E0, bytes("31 00 00")));
        long[] heardAt = {0};
        peer.bus.observe((at, sender, frame) -> heardAt[0] = at);
        peer.waits(MS);

        peer.waits(heardAt[0] + millis * MS - 1 - peer.time.now());
        assertThat(peer.results).isEmpty();
        peer.waits(1);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_BS);
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 150"})
    void withoutAConsecutiveFrameTheMessageIsGivenUp(String set, long millis) {
        ScriptedPeer peer = peer(set);
        peer.says(FIRST_OF_20);

        until(peer, millis * MS - 1);
        assertThat(peer.told).containsExactly("FF 20");
        peer.waits(1);
        assertThat(peer.told).containsExactly("FF 20", "failed N_TIMEOUT_CR");
    }

    @ParameterizedTest(name = "{0}: {1} ms")
    @CsvSource({"default, 1000", "OBD, 150"})
    void eachConsecutiveFrameStartsTheWaitingAnew(String set, long millis) {
        ScriptedPeer peer = peer(set);
        long[] heardAt = {0};
        peer.bus.observe((at, sender, frame) -> heardAt[0] = at);
        peer.says(FIRST_OF_20).waits(millis * MS / 2).says(SECOND_OF_20);

        peer.waits(heardAt[0] + millis * MS - 1 - peer.time.now());
        assertThat(peer.told).containsExactly("FF 20");
        peer.waits(1);
        assertThat(peer.told).containsExactly("FF 20", "failed N_TIMEOUT_CR");
    }

    @Test
    void aFlowControlFollowsAtOnce() {
        ScriptedPeer peer = peer("default");
        long[] heardAt = {0};
        peer.bus.observe((at, sender, frame) -> heardAt[0] = sender.equals("peer") ? at : heardAt[0]);
        peer.says(FIRST_OF_20);

        assertThat(peer.begins.getFirst() - heardAt[0])
                .isEqualTo(peer.bus.timing().nominalNanos(3));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"default", "OBD"})
    void evenTheOneThatAsksToWaitComesInTime(String set) {
        ScriptedPeer peer = peer(set);
        peer.endpoint.ready(false);
        long[] heardAt = {0};
        peer.bus.observe((at, sender, frame) -> heardAt[0] = sender.equals("peer") ? at : heardAt[0]);
        peer.says(FIRST_OF_20);
        peer.waits(Nanos.SECOND);

        long bs = (set.equals("OBD") ? IsoTpParameters.obd() : IsoTpParameters.classic())
                .timeouts()
                .bs();
        assertThat(peer.heard.getFirst()).startsWith("31");
        assertThat((peer.ends.getFirst() - heardAt[0]) * 10)
                .as("N_Br + N_Ar < 0.9 N_Bs")
                .isLessThan(9 * bs);
        assertThat((peer.ends.get(1) - peer.ends.get(0)) * 10).isLessThan(9 * bs);
    }

    @Test
    void aConsecutiveFrameFollowsAtOnceOrAfterTheSeparationTime() {
        ScriptedPeer peer = peer("OBD");
        long[] heardAt = {0};
        peer.bus.observe((at, sender, frame) -> heardAt[0] = sender.equals("peer") ? at : heardAt[0]);
        peer.sends(20).says("30 00 64").waits(Nanos.SECOND);

        long gap = peer.bus.timing().nominalNanos(3);
        assertThat(peer.begins.get(1) - heardAt[0]).isEqualTo(gap);
        assertThat(peer.begins.get(2) - peer.ends.get(1)).isEqualTo(100 * MS);
        assertThat((peer.ends.get(2) - peer.ends.get(1)) * 10)
                .as("N_Cs + N_As < 0.9 N_Cr")
                .isLessThan(9 * 150 * MS);
    }

    @Test
    void inEmissionsRelatedDiagnosticsAllFramesHave8Bytes() {
        ScriptedPeer peer = peer("OBD");
        peer.sends(1).sends(9).says("30 00 00").says(FIRST_OF_20).waits(10 * MS);

        assertThat(peer.heard).hasSize(4).allSatisfy(frame -> assertThat(frame).hasSize(16));
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Takes the peer's supply as soon as a message begins: nobody acknowledges any more. */
    private record Deafening(ScriptedPeer peer) implements IsoTpListener {
        @Override
        public void firstFrame(int length) {
            peer.port.power(false);
            peer.firstFrame(length);
        }

        @Override
        public void message(byte[] data, boolean functional) {
            peer.message(data, functional);
        }

        @Override
        public void failed(NResult result) {
            peer.failed(result);
        }
    }
}
