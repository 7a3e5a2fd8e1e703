package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.time.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTpSenderTest {
    private static final long MS = Nanos.MILLISECOND;

    private final ScriptedPeer peer = new ScriptedPeer(IsoTpParameters.classic());

    private static ScriptedPeer fd(int txDl) {
        return new ScriptedPeer(IsoTpParameters.fd(txDl));
    }

    @ParameterizedTest(name = "{1} bytes with a data length of {0}")
    @CsvSource({
        "8, 1, 0100cccccccccccc",
        "8, 7, 0700010203040506",
        "64, 7, 0700010203040506",
        "64, 8, 00080001020304050607cccc",
        "12, 10, 000a00010203040506070809",
        "16, 11, 000b000102030405060708090acccccc",
    })
    void aShortMessageIsASingleFrame(int txDl, int length, String layout) {
        ScriptedPeer to = txDl == 8 ? peer : fd(txDl);

        to.sends(length);

        assertThat(to.heard).containsExactly(layout);
        assertThat(to.results).containsExactly(NResult.N_OK);
    }

    @ParameterizedTest(name = "{1} bytes with a data length of {0}")
    @CsvSource({
        "8, 8, 1008000102030405",
        "8, 4095, 1fff000102030405",
        "8, 4096, 1000000010000001",
        "12, 11, 100b00010203040506070809",
        "12, 5000, 100000001388000102030405",
    })
    void aLongMessageBeginsWithAFirstFrameThatFillsItsDataLength(int txDl, int length, String layout) {
        ScriptedPeer to = txDl == 8 ? peer : fd(txDl);

        to.sends(length);

        assertThat(to.heard).containsExactly(layout);
    }

    @Test
    void aFrameThatWasNotSentInTimeIsTakenBack() {
        peer.port.power(false);
        peer.sends(3).waits(2 * Nanos.SECOND);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_A);

        peer.port.power(true);
        peer.waits(Nanos.SECOND);

        assertThat(peer.heard).isEmpty();
    }

    @Test
    void sequenceNumbersRunFrom1AndWrapFrom15To0() {
        peer.sends(6 + 7 * 17).says("30 00 00").waits(100 * MS);

        assertThat(peer.heard.stream().skip(1).map(frame -> frame.substring(0, 2)))
                .containsExactly(
                        "21", "22", "23", "24", "25", "26", "27", "28", "29", "2a", "2b", "2c", "2d", "2e", "2f", "20",
                        "21");
    }

    @Test
    void theLastConsecutiveFrameIsPaddedToTheNextLengthAFrameCanHave() {
        ScriptedPeer to = fd(64);
        to.sends(62 + 9).says("30 00 00").waits(10 * MS);

        assertThat(to.heard.getLast()).isEqualTo("213e3f40414243444546cccc");
    }

    @Test
    void withoutPaddingFramesAreAsShortAsTheirContent() {
        ScriptedPeer to = new ScriptedPeer(IsoTpParameters.classic().withPadded(false));
        to.sends(2)
                .sends(7)
                .sends(8)
                .says("30 00 00")
                .says("10 08 01 02 03 04 05 06")
                .waits(10 * MS);

        assertThat(to.heard).containsExactly("020001", "0700010203040506", "1008000102030405", "210607", "300000");
    }

    @Test
    void thePaddingByteCanBeChosen() {
        ScriptedPeer to = new ScriptedPeer(IsoTpParameters.classic().withPadding(0x55));
        to.sends(1);

        assertThat(to.heard).containsExactly("0100555555555555");
    }

    @Test
    void aBlockEndsAfterAsManyFramesAsTheFlowControlSays() {
        peer.sends(60).says("30 02 00").waits(20 * MS);
        assertThat(peer.heard).hasSize(1 + 2);

        peer.says("30 03 00").waits(20 * MS);
        assertThat(peer.heard).as("each flow control counts anew").hasSize(1 + 2 + 3);

        peer.says("30 00 00").waits(20 * MS);
        assertThat(peer.results).containsExactly(NResult.N_OK);
    }

    @ParameterizedTest(name = "STmin 0x{0} separates by {1} us")
    @CsvSource({
        "00, 0",
        "01, 1000",
        "7F, 127000",
        "F1, 100",
        "F9, 900",
        "80, 127000",
        "F0, 127000",
        "FA, 127000",
        "FF, 127000"
    })
    void consecutiveFramesKeepTheSeparationTime(String code, long micros) {
        peer.sends(30).says("30 00 " + code).waits(Nanos.SECOND);

        long idle = micros == 0 ? peer.bus.timing().nominalNanos(3) : micros * Nanos.MICROSECOND;
        assertThat(peer.heard).hasSize(1 + 4);
        for (int i = 2; i < peer.heard.size(); i++) {
            assertThat(peer.begins.get(i) - peer.ends.get(i - 1)).isEqualTo(idle);
        }
    }

    @Test
    void aLaterFlowControlMayChangeTheSeparationTime() {
        peer.sends(30).says("30 02 00").says("30 00 05").waits(Nanos.SECOND);

        assertThat(peer.begins.get(4) - peer.ends.get(3)).isEqualTo(5 * MS);
    }

    @Test
    void withoutFlowControlTheMessageIsGivenUpOneSecondAfterItsFirstFrame() {
        peer.sends(20);

        peer.waits(peer.ends.getFirst() + Nanos.SECOND - 1 - peer.time.now());
        assertThat(peer.results).isEmpty();
        peer.waits(1);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_BS);
    }

    @Test
    void withoutAFurtherFlowControlTheMessageIsGivenUpOneSecondAfterTheBlock() {
        peer.sends(60).says("30 02 00");

        peer.waits(peer.ends.getLast() + Nanos.SECOND - 1 - peer.time.now());
        assertThat(peer.results).isEmpty();
        peer.waits(1);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_BS);
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {3, 30})
    void aFrameThatTheBusDoesNotTakeIsGivenUpAfterOneSecond(int length) {
        peer.port.power(false);
        peer.sends(length).waits(998 * MS);
        assertThat(peer.results).isEmpty();

        peer.waits(MS);
        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_A);
    }

    @Test
    void theFrameOfAGivenUpMessageDoesNotConfirmTheNextOne() {
        peer.port.power(false);
        peer.sends(30).waits(Nanos.SECOND);
        peer.sends(40);
        peer.port.power(true);
        peer.waits(MS).says("30 00 00").waits(50 * MS);

        assertThat(peer.results).containsExactly(NResult.N_TIMEOUT_A, NResult.N_OK);
    }

    @Test
    void timeOutsCanBeTightened() {
        ScriptedPeer obd = new ScriptedPeer(IsoTpParameters.classic().withTimeouts(IsoTpParameters.Timeouts.OBD));
        obd.sends(20);
        obd.waits(obd.ends.getFirst() + 75 * MS - obd.time.now());

        assertThat(obd.results).containsExactly(NResult.N_TIMEOUT_BS);
    }

    @Test
    void askedToWaitItsPatienceBeginsAnew() {
        peer.sends(20);
        for (int i = 0; i < 5; i++) {
            peer.waits(900 * MS).says("31 00 00");
        }
        peer.says("30 00 00").waits(20 * MS);

        assertThat(peer.results).containsExactly(NResult.N_OK);
    }

    @Test
    void askedToWaitTooOftenItGivesUp() {
        ScriptedPeer impatient = new ScriptedPeer(IsoTpParameters.classic().withWaitMax(2));
        impatient.sends(20).says("31 00 00").says("31 00 00");
        assertThat(impatient.results).isEmpty();

        impatient.says("31 00 00");
        assertThat(impatient.results).containsExactly(NResult.N_WFT_OVRN);
    }

    @Test
    void withALimitOf0NoWaitIsTaken() {
        ScriptedPeer impatient = new ScriptedPeer(IsoTpParameters.classic().withWaitMax(0));
        impatient.sends(20).says("31 00 00");

        assertThat(impatient.results).containsExactly(NResult.N_WFT_OVRN);
    }

    @Test
    void anOverflowEndsTheMessageWithoutAConsecutiveFrame() {
        peer.sends(20).says("32 00 00").waits(Nanos.SECOND);

        assertThat(peer.results).containsExactly(NResult.N_BUFFER_OVFLW);
        assertThat(peer.heard).hasSize(1);
    }

    @ParameterizedTest(name = "flow status {0}")
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void anUnknownFlowStatusEndsTheMessage(int status) {
        peer.sends(20).says("3" + Integer.toHexString(status) + " 00 00");

        assertThat(peer.results).containsExactly(NResult.N_INVALID_FS);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"30", "30 00"})
    void aFlowControlThatIsTooShortIsIgnored(String frame) {
        peer.sends(20).says(frame).waits(10 * MS);

        assertThat(peer.results).isEmpty();
        assertThat(peer.heard).hasSize(1);
    }

    @Test
    void aFlowControlThatNobodyAwaitsIsIgnored() {
        peer.sends(60).says("30 00 7F").says("30 00 00").says("32 00 00").waits(Nanos.SECOND);

        assertThat(peer.heard).hasSize(1 + 8);
        assertThat(peer.begins.get(3) - peer.ends.get(2)).isEqualTo(127 * MS);
        assertThat(peer.results).containsExactly(NResult.N_OK);
    }

    @Test
    void aFlowControlToAllIsIgnored() {
        peer.sends(20).says(0x7DF, "30 00 00").waits(10 * MS);

        assertThat(peer.heard).hasSize(1);
    }

    @Test
    void anEmptyMessageIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> peer.sends(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void resultsHaveWords() {
        assertThat(List.of(NResult.values()))
                .allSatisfy(result -> assertThat(result.text())
                        .startsWith(result.name() + ": ")
                        .endsWith(result.words()));
    }
}
