package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that has no time yet. */
class IsoTpWaitTest {
    private static final String FIRST_OF_20 = "10 14 00 01 02 03 04 05";
    private static final String SECOND_OF_20 = "21 06 07 08 09 0a 0b 0c";
    private static final String THIRD_OF_20 = "22 0d 0e 0f 10 11 12 13";
    private static final String WAIT = "310000cccccccccc";
    private static final String GO_ON = "300000cccccccccc";

    private static ScriptedPeer patient(int waits) {
        return new ScriptedPeer(IsoTpParameters.classic().withWaitMax(waits));
    }

    private static List<String> flowControls(ScriptedPeer peer) {
        return peer.heard.stream().map(frame -> frame.substring(0, 2)).toList();
    }

    @Test
    void asksToWaitAgainAndAgainAndGoesOnAsSoonAsItHasTime() {
        ScriptedPeer peer = patient(10);
        peer.endpoint.ready(false);
        peer.says(FIRST_OF_20).waits(1400 * Nanos.MILLISECOND);
        assertThat(peer.heard).containsExactly(WAIT, WAIT);

        peer.endpoint.ready(true);
        peer.waits(Nanos.MILLISECOND);
        assertThat(peer.heard).containsExactly(WAIT, WAIT, GO_ON);
        peer.says(SECOND_OF_20).says(THIRD_OF_20);
        assertThat(peer.told).hasSize(2).last().asString().startsWith("message");
    }

    @Test
    void doesNotAskWhenItHasTimeBeforeItHasTo() {
        ScriptedPeer peer = patient(10);
        peer.endpoint.ready(false);
        peer.says(FIRST_OF_20).waits(100 * Nanos.MILLISECOND);
        peer.endpoint.ready(true);
        peer.waits(Nanos.SECOND / 2);

        assertThat(peer.heard).containsExactly(GO_ON);
    }

    @Test
    void asksToWaitBetweenBlocksToo() {
        ScriptedPeer peer = new ScriptedPeer(IsoTpParameters.classic().withBlockSize(1));
        peer.says(FIRST_OF_20);
        peer.endpoint.ready(false);
        peer.says(SECOND_OF_20).waits(600 * Nanos.MILLISECOND);
        peer.endpoint.ready(true);
        peer.waits(Nanos.MILLISECOND).says(THIRD_OF_20);

        assertThat(flowControls(peer)).containsExactly("30", "31", "30");
        assertThat(peer.told).last().asString().startsWith("message");
    }

    @Test
    void hasTimeAgainWhileItsWaitIsOnTheWayAndGoesOnBehindIt() {
        ScriptedPeer peer = patient(10);
        peer.endpoint.ready(false);
        peer.bus.observe((at, sender, frame) -> peer.endpoint.ready(peer.heard.contains(WAIT)));
        peer.says(FIRST_OF_20).waits(600 * Nanos.MILLISECOND);

        assertThat(peer.heard).containsExactly(WAIT, GO_ON);
    }

    @ParameterizedTest(name = "{0} times")
    @ValueSource(ints = {0, 1, 3})
    void asksNoMoreOftenThanItsLimitAndGivesTheMessageUp(int limit) {
        ScriptedPeer peer = patient(limit);
        peer.endpoint.ready(false);
        peer.says(FIRST_OF_20).waits(10 * Nanos.SECOND);

        assertThat(flowControls(peer)).hasSize(limit).allMatch("31"::equals);
        assertThat(peer.told).containsExactly("FF 20", "failed N_WFT_OVRN");
    }

    @Test
    void countsAnewAfterEachFlowControlThatLetTheSenderGoOn() {
        ScriptedPeer peer =
                new ScriptedPeer(IsoTpParameters.classic().withBlockSize(1).withWaitMax(1));
        peer.endpoint.ready(false);
        peer.says(FIRST_OF_20).waits(600 * Nanos.MILLISECOND);
        peer.endpoint.ready(true);
        peer.waits(Nanos.MILLISECOND);
        peer.endpoint.ready(false);
        peer.says(SECOND_OF_20).waits(600 * Nanos.MILLISECOND);
        peer.endpoint.ready(true);
        peer.waits(Nanos.MILLISECOND).says(THIRD_OF_20);

        assertThat(flowControls(peer)).containsExactly("31", "30", "31", "30");
        assertThat(peer.told).last().asString().startsWith("message");
    }

    @Test
    void consecutiveFramesThatItDidNotAskForAreIgnored() {
        ScriptedPeer peer = patient(10);
        peer.endpoint.ready(false);
        peer.says(FIRST_OF_20).says(SECOND_OF_20);
        peer.endpoint.ready(true);
        peer.waits(Nanos.MILLISECOND).says(SECOND_OF_20).says(THIRD_OF_20);

        assertThat(peer.told).hasSize(2).last().asString().startsWith("message");
    }

    @Test
    void anotherMessageEndsTheWaiting() {
        ScriptedPeer peer = patient(10);
        peer.endpoint.ready(false);
        peer.says(FIRST_OF_20).says("02 3e 00").waits(Nanos.SECOND);

        assertThat(peer.told).containsExactly("FF 20", "failed N_UNEXP_PDU", "message 3e00");
        assertThat(peer.heard).isEmpty();
    }
}
