package dev.underpin.isotp.fault;

import static dev.underpin.isotp.fault.FaultyTransfer.RECEIVER;
import static dev.underpin.isotp.fault.FaultyTransfer.SENDER;
import static dev.underpin.isotp.fault.FaultyTransfer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.underpin.can.gate.Way;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.NResult;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault, the result that either side reports, and what a third node sees of it. Messages of 3, 9 and 20 bytes: SF, FF CF, FF CF CF. */
class GateFaultTest {
    private static final String FF = "7e0 1014000102030405";
    private static final String FF_9 = "7e0 1009000102030405";
    private static final String FC = "7e8 300000";
    private static final String CF1 = "7e0 21060708090a0b0c";
    private static final String CF2 = "7e0 220d0e0f10111213";
    private static final long SECOND_AND_A_HALF = 1500 * Nanos.MILLISECOND;

    private final FaultyTransfer transfer = new FaultyTransfer();

    private static Frames data(FrameKind kind, int occurrence) {
        return Frames.only(occurrence, SENDER, kind);
    }

    private static Frames flowControl(int occurrence) {
        return Frames.only(occurrence, RECEIVER, FrameKind.FLOW_CONTROL);
    }

    /** A fault of data frames at the sender's gate or at the receiver's. */
    private FaultyTransfer data(Way way, BiFunction<Way, Frames, GateFault> fault, FrameKind kind, int occurrence) {
        GateFault made = fault.apply(way, data(kind, occurrence));
        return way == Way.TO_BUS ? transfer.atSender(made) : transfer.atReceiver(made);
    }

    /** A fault of flow controls at the receiver's gate or at the sender's. */
    private FaultyTransfer flow(Way way, BiFunction<Way, Frames, GateFault> fault, int occurrence) {
        GateFault made = fault.apply(way, flowControl(occurrence));
        return way == Way.TO_BUS ? transfer.atReceiver(made) : transfer.atSender(made);
    }

    private void reports(NResult sent, String... received) {
        assertThat(transfer.sender).containsExactly(sent);
        assertThat(transfer.receiver).containsExactly(received);
    }

    private void sees(Way way, List<String> onBus, List<String> behindTheBus) {
        assertThat(transfer.witness).containsExactlyElementsOf(way == Way.TO_BUS ? onBus : behindTheBus);
    }

    private static GateFault late(Way way, Frames frames) {
        return new GateFault.Late(way, frames, SECOND_AND_A_HALF);
    }

    @Test
    void withoutAFaultBothSidesReportSuccess() {
        transfer.send(20);

        reports(NResult.N_OK, message(20));
        assertThat(transfer.witness).containsExactly(FF, FC, CF1, CF2);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLostSingleFrameNobodyNotices(Way way) {
        data(way, GateFault.Lost::new, FrameKind.SINGLE_FRAME, 1).send(3);

        reports(NResult.N_OK);
        sees(way, List.of(), List.of("7e0 03000102"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLostFirstFrameTheSenderNoticesByTheMissingFlowControl(Way way) {
        data(way, GateFault.Lost::new, FrameKind.FIRST_FRAME, 1).send(20);

        reports(NResult.N_TIMEOUT_BS);
        sees(way, List.of(), List.of(FF));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLostConsecutiveFrameTheReceiverNoticesByTheNextSequenceNumber(Way way) {
        data(way, GateFault.Lost::new, FrameKind.CONSECUTIVE_FRAME, 1).send(20);

        reports(NResult.N_OK, "failed N_WRONG_SN");
        sees(way, List.of(FF, FC, CF2), List.of(FF, FC, CF1, CF2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLostLastConsecutiveFrameTheReceiverNoticesByTheTimeOut(Way way) {
        data(way, GateFault.Lost::new, FrameKind.CONSECUTIVE_FRAME, 2).send(20);

        reports(NResult.N_OK, "failed N_TIMEOUT_CR");
        sees(way, List.of(FF, FC, CF1), List.of(FF, FC, CF1, CF2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMissingFlowControlEndsBothSides(Way way) {
        flow(way, GateFault.Lost::new, 1).send(20);

        reports(NResult.N_TIMEOUT_BS, "failed N_TIMEOUT_CR");
        sees(way, List.of(FF), List.of(FF, FC));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLateSingleFrameComesLate(Way way) {
        data(way, GateFaultTest::late, FrameKind.SINGLE_FRAME, 1).send(3);

        reports(NResult.N_OK, message(3));
        assertThat(transfer.moments.getFirst() > SECOND_AND_A_HALF).isEqualTo(way == Way.TO_BUS);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLateFirstFrameIsAnsweredToNobody(Way way) {
        data(way, GateFaultTest::late, FrameKind.FIRST_FRAME, 1).send(20);

        reports(NResult.N_TIMEOUT_BS, "failed N_TIMEOUT_CR");
        assertThat(transfer.witness).containsExactly(FF, FC);
        assertThat(transfer.moments.getLast()).isGreaterThan(SECOND_AND_A_HALF);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLateConsecutiveFrameComesAfterTheTimeOut(Way way) {
        data(way, GateFaultTest::late, FrameKind.CONSECUTIVE_FRAME, 1).send(9);

        reports(NResult.N_OK, "failed N_TIMEOUT_CR");
        assertThat(transfer.witness).containsExactly(FF_9, FC, "7e0 21060708");
        assertThat(transfer.moments.getLast() > SECOND_AND_A_HALF).isEqualTo(way == Way.TO_BUS);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLateFlowControlComesAfterTheTimeOut(Way way) {
        flow(way, GateFaultTest::late, 1).send(20);

        reports(NResult.N_TIMEOUT_BS, "failed N_TIMEOUT_CR");
        assertThat(transfer.witness).containsExactly(FF, FC);
        assertThat(transfer.moments.getLast() > SECOND_AND_A_HALF).isEqualTo(way == Way.TO_BUS);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDoubledSingleFrameIsTwoMessages(Way way) {
        data(way, GateFault.Doubled::new, FrameKind.SINGLE_FRAME, 1).send(3);

        reports(NResult.N_OK, message(3), message(3));
        sees(way, List.of("7e0 03000102", "7e0 03000102"), List.of("7e0 03000102"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDoubledFirstFrameBeginsTheMessageAnew(Way way) {
        data(way, GateFault.Doubled::new, FrameKind.FIRST_FRAME, 1).send(20);

        reports(NResult.N_OK, "failed N_UNEXP_PDU", message(20));
        sees(way, List.of(FF, FF, FC, CF1, CF2), List.of(FF, FC, CF1, CF2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDoubledConsecutiveFrameHasTheWrongSequenceNumber(Way way) {
        data(way, GateFault.Doubled::new, FrameKind.CONSECUTIVE_FRAME, 1).send(20);

        reports(NResult.N_OK, "failed N_WRONG_SN");
        sees(way, List.of(FF, FC, CF1, CF1, CF2), List.of(FF, FC, CF1, CF2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDoubledFlowControlIsIgnored(Way way) {
        flow(way, GateFault.Doubled::new, 1).send(20);

        reports(NResult.N_OK, message(20));
        assertThat(transfer.witness).filteredOn(FC::equals).hasSize(way == Way.TO_BUS ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void reorderedConsecutiveFramesHaveWrongSequenceNumbers(Way way) {
        data(way, GateFault.Reordered::new, FrameKind.CONSECUTIVE_FRAME, 1).send(20);

        reports(NResult.N_OK, "failed N_WRONG_SN");
        sees(way, List.of(FF, FC, CF2, CF1), List.of(FF, FC, CF1, CF2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void alteredDataNeitherSideNotices(Way way) {
        data(way, (at, frames) -> new GateFault.Altered(at, frames, 1, 0xFF, 0x99), FrameKind.CONSECUTIVE_FRAME, 1)
                .send(9);

        reports(NResult.N_OK, "message 000102030405990708");
        sees(way, List.of(FF_9, FC, "7e0 21990708"), List.of(FF_9, FC, "7e0 21060708"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anAlteredLengthMakesTheReceiverWaitForMore(Way way) {
        data(way, (at, frames) -> new GateFault.Altered(at, frames, 1, 0xFF, 21), FrameKind.FIRST_FRAME, 1)
                .send(20);

        reports(NResult.N_OK, "failed N_TIMEOUT_CR");
        sees(way, List.of(FF.replace("1014", "1015"), FC, CF1, CF2), List.of(FF, FC, CF1, CF2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anAlteredSingleFrameIsAnotherMessage(Way way) {
        data(way, (at, frames) -> new GateFault.Altered(at, frames, 0, 0x0F, 2), FrameKind.SINGLE_FRAME, 1)
                .send(3);

        reports(NResult.N_OK, "message 0001");
        sees(way, List.of("7e0 02000102"), List.of("7e0 03000102"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aWrongSequenceNumberTheReceiverNotices(Way way) {
        data(way, (at, frames) -> new GateFault.WrongSequenceNumber(at, frames, 7), FrameKind.CONSECUTIVE_FRAME, 2)
                .send(20);

        reports(NResult.N_OK, "failed N_WRONG_SN");
        sees(way, List.of(FF, FC, CF1, "7e0 270d0e0f10111213"), List.of(FF, FC, CF1, CF2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void askedToWaitForEverTheSenderLosesPatience(Way way) {
        flow(way, (at, frames) -> new GateFault.WaitForEver(at, frames, 500 * Nanos.MILLISECOND), 1)
                .send(20);

        reports(NResult.N_WFT_OVRN, "failed N_TIMEOUT_CR");
        assertThat(transfer.witness.subList(0, 2)).containsExactly(FF, way == Way.TO_BUS ? FC.replace("30", "31") : FC);
        assertThat(transfer.witness).filteredOn("7e8 310000"::equals).hasSize(way == Way.TO_BUS ? 120 : 0);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anOverflowTheSenderReports(Way way) {
        flow(way, (at, frames) -> new GateFault.FlowStatus(at, frames, GateFault.FlowStatus.OVERFLOW), 1)
                .send(20);

        reports(NResult.N_BUFFER_OVFLW, "failed N_TIMEOUT_CR");
        sees(way, List.of(FF, FC.replace("30", "32")), List.of(FF, FC));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 15})
    void aReservedFlowStatusTheSenderReports(int status) {
        flow(Way.TO_BUS, (at, frames) -> new GateFault.FlowStatus(at, frames, status), 1)
                .send(20);

        reports(NResult.N_INVALID_FS, "failed N_TIMEOUT_CR");
        assertThat(transfer.witness).containsExactly(FF, "7e8 3%x0000".formatted(status));
    }

    @Test
    void aSeparationTimeChangedMidTransferIsKept() {
        FaultyTransfer blocks = new FaultyTransfer(2);
        blocks.atReceiver(new GateFault.ChangedStMin(Way.TO_BUS, flowControl(2), 50))
                .send(34);

        assertThat(blocks.sender).containsExactly(NResult.N_OK);
        assertThat(blocks.receiver).containsExactly(message(34));
        assertThat(blocks.witness).element(4).isEqualTo("7e8 300232");
        assertThat(blocks.moments.get(3) - blocks.moments.get(2)).isLessThan(Nanos.MILLISECOND);
        assertThat(blocks.moments.get(6) - blocks.moments.get(5)).isGreaterThan(50 * Nanos.MILLISECOND);
    }

    @Test
    void aBlockSizeChangedMidTransferMakesBothWait() {
        FaultyTransfer blocks = new FaultyTransfer(2);
        blocks.atReceiver(new GateFault.ChangedBlockSize(Way.TO_BUS, flowControl(2), 1))
                .send(40);

        assertThat(blocks.sender).containsExactly(NResult.N_TIMEOUT_BS);
        assertThat(blocks.receiver).containsExactly("failed N_TIMEOUT_CR");
        assertThat(blocks.witness).contains("7e8 300200", "7e8 300100").hasSize(1 + 1 + 2 + 1 + 1);
    }

    @Test
    void withExtendedAddressesOnlyTheFramesOfThatConversationAreMeant() {
        IsoTpAddress from = IsoTpAddress.extended11(0x7E0, 0x7E8, 0x10, 0xF1);
        IsoTpAddress to = IsoTpAddress.extended11(0x7E8, 0x7E0, 0xF1, 0x10);
        IsoTpAddress other = IsoTpAddress.extended11(0x7E0, 0x7E8, 0x11, 0xF1);
        GateFault hits = new GateFault.Lost(Way.TO_BUS, Frames.each(from, FrameKind.CONSECUTIVE_FRAME));
        GateFault misses = new GateFault.Lost(Way.TO_BUS, Frames.each(other, FrameKind.CONSECUTIVE_FRAME));

        assertThat(new FaultyTransfer(from, to, 0).atSender(misses).send(20).receiver)
                .containsExactly(message(20));
        assertThat(new FaultyTransfer(from, to, 0).atSender(hits).send(20).receiver)
                .containsExactly("failed N_TIMEOUT_CR");
    }

    @Test
    void aFaultOfTheWrongKindOfFrameIsRefused() {
        Frames first = data(FrameKind.FIRST_FRAME, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> new GateFault.FlowStatus(Way.TO_BUS, first, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateFault.WaitForEver(Way.TO_BUS, first, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateFault.ChangedStMin(Way.TO_BUS, first, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateFault.ChangedBlockSize(Way.TO_BUS, first, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateFault.WrongSequenceNumber(Way.TO_BUS, first, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateFault.FlowStatus(Way.TO_BUS, flowControl(1), 16));
    }
}
