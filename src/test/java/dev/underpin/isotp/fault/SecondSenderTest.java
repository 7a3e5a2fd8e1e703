package dev.underpin.isotp.fault;

import static dev.underpin.isotp.fault.FaultyTransfer.RECEIVER;
import static dev.underpin.isotp.fault.FaultyTransfer.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.underpin.can.CanFrame;
import dev.underpin.can.gate.Way;
import dev.underpin.isotp.NResult;
import dev.underpin.time.Nanos;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Somebody else sends under the identifiers of a transfer. */
class SecondSenderTest {
    private static final Frames FLOW_CONTROL = Frames.only(1, RECEIVER, FrameKind.FLOW_CONTROL);
    private static final Frames FIRST_FRAME = Frames.only(1, SENDER, FrameKind.FIRST_FRAME);

    private final FaultyTransfer transfer = new FaultyTransfer();

    private static SecondSender upon(Frames after, int id, String hex) {
        return new SecondSender(after, 0, CanFrame.classic(id, HexFormat.of().parseHex(hex)));
    }

    /** In the first gap between two consecutive frames, which a separation time of 5 ms leaves. */
    private void betweenFrames(String hex) {
        CanFrame frame = CanFrame.classic(0x7E0, HexFormat.of().parseHex(hex));
        transfer.atReceiver(new GateFault.ChangedStMin(Way.TO_BUS, FLOW_CONTROL, 5))
                .onBus(new SecondSender(FLOW_CONTROL, 2 * Nanos.MILLISECOND, frame))
                .send(60);
        assertThat(transfer.witness).element(3).isEqualTo("7e0 " + hex);
    }

    private void reports(NResult sent, String... received) {
        assertThat(transfer.sender).containsExactly(sent);
        assertThat(transfer.receiver).containsExactly(received);
    }

    @Test
    void aStrangersConsecutiveFrameHasTheWrongSequenceNumber() {
        betweenFrames("2544444444444444");

        reports(NResult.N_OK, "failed N_WRONG_SN");
    }

    @Test
    void aStrangersFirstFrameEndsTheMessage() {
        betweenFrames("1030444444444444");

        reports(NResult.N_OK, "failed N_UNEXP_PDU", "failed N_WRONG_SN");
    }

    @Test
    void aStrangersSingleFrameEndsTheMessage() {
        betweenFrames("0244440000000000");

        reports(NResult.N_OK, "failed N_UNEXP_PDU", "message 4444");
    }

    @Test
    void aStrangersOverflowEndsTheTransferOnBothSides() {
        transfer.onBus(upon(FIRST_FRAME, 0x7E8, "320000")).send(60);

        assertThat(transfer.sender).containsExactly(NResult.N_BUFFER_OVFLW);
        assertThat(transfer.receiver).containsExactly("failed N_TIMEOUT_CR");
        assertThat(transfer.witness).contains("7e8 320000");
    }

    @Test
    void aStrangersFlowControlIsTakenForTheReceivers() {
        transfer.onBus(upon(FIRST_FRAME, 0x7E8, "300005")).send(20);

        assertThat(transfer.witness).contains("7e8 300000", "7e8 300005");
        assertThat(transfer.sender).containsExactly(NResult.N_OK);
    }

    @Test
    void twoSendersAtTheSameTimeDestroyEachOthersFramesUntilOneGivesWay() {
        transfer.onBus(upon(FLOW_CONTROL, 0x7E0, "2544444444444444")).send(60);

        assertThat(transfer.errors).isNotEmpty();
        assertThat(transfer.witness).contains("7e0 2544444444444444", "7e0 21060708090a0b0c");
    }

    @Test
    void aDelayIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecondSender(FIRST_FRAME, -1, CanFrame.classic(1)));
    }
}
