package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Nanos;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTpReceiverTest {
    private static final long MS = Nanos.MILLISECOND;
    private static final String FIRST_OF_20 = "10 14 00 01 02 03 04 05";
    private static final String SECOND_OF_20 = "21 06 07 08 09 0a 0b 0c";
    private static final String THIRD_OF_20 = "22 0d 0e 0f 10 11 12 13";
    private static final String ALL_20 = "message " + HexFormat.of().formatHex(ScriptedPeer.counting(20));

    private final ScriptedPeer peer = new ScriptedPeer(IsoTpParameters.classic());

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "02 3e 00 cc cc cc cc cc, 3e00",
        "02 3e 00, 3e00",
        "07 01 02 03 04 05 06 07, 01020304050607",
        "00 08 01 02 03 04 05 06 07 08 cc cc, 0102030405060708",
        "00 0a 01 02 03 04 05 06 07 08 09 0a, 0102030405060708090a",
    })
    void aSingleFrameIsAMessage(String frame, String message) {
        peer.says(frame);

        assertThat(peer.told).containsExactly("message " + message);
        assertThat(peer.heard).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "00 11 22 33 44 55 66 77, SF_DL is 0",
        "08 11 22 33 44 55 66 77, SF_DL is larger than a classical frame",
        "05 11 22 33, SF_DL is larger than this frame",
        "00 00 11 22 33 44 55 66 77 88 99 aa, escaped SF_DL is 0",
        "00 0b 11 22 33 44 55 66 77 88 99 aa, escaped SF_DL is larger than the frame",
        "04 08 11 22 33 44 55 66 77 88 99 aa, the low nibble of a longer single frame is not 0",
        "10 07 11 22 33 44 55 66, FF_DL fits a single frame",
        "10 0a 11 22 33 44 55 66 77 88 99 aa, FF_DL fits a single frame of that length",
        "10 14 11 22 33 44 55, the first frame is shorter than 8 bytes",
        "10 00 00 00 0f ff 11 22, an escaped FF_DL would have fitted 12 bits",
        "21 11 22 33 44 55 66 77, a consecutive frame without a first one",
        "30 00 00 cc cc cc cc cc, a flow control that nobody awaits",
        "40 00 00 00 00 00 00 00, an unknown kind",
        "f0 00 00 00 00 00 00 00, an unknown kind",
    })
    void aFrameThatTheStandardWantsIgnoredIsIgnored(String frame, String why) {
        peer.says(frame).waits(2 * Nanos.SECOND);

        assertThat(peer.told).as(why).isEmpty();
        assertThat(peer.heard).as(why).isEmpty();
    }

    @Test
    void framesWithoutDataAndRemoteFramesAreIgnored() {
        peer.port.send(CanFrame.classic(0x7E0));
        peer.port.send(CanFrame.remote(0x7E0, false, 8));
        peer.port.send(CanFrame.extended(0x7E0, (byte) 1, (byte) 2));
        peer.waits(10 * MS);

        assertThat(peer.told).isEmpty();
    }

    @Test
    void toAllOnlySingleFramesAreTaken() {
        peer.says(0x7DF, "02 3e 80").says(0x7DF, FIRST_OF_20).says(0x7DF, SECOND_OF_20);

        assertThat(peer.told).containsExactly("functional 3e80");
        assertThat(peer.heard).isEmpty();
    }

    @Test
    void aSegmentedMessageIsAnnouncedAskedForAndPutTogether() {
        peer.says(FIRST_OF_20).says(SECOND_OF_20).says(THIRD_OF_20);

        assertThat(peer.told).containsExactly("FF 20", ALL_20);
        assertThat(peer.heard).containsExactly("300000cccccccccc");
    }

    @Test
    void blocksAndSeparationAreAskedForAsConfigured() {
        ScriptedPeer slow =
                new ScriptedPeer(IsoTpParameters.classic().withBlockSize(1).withStMin(0xF3));
        slow.says(FIRST_OF_20).says(SECOND_OF_20).says(THIRD_OF_20);

        assertThat(slow.told).containsExactly("FF 20", ALL_20);
        assertThat(slow.heard).containsExactly("3001f3cccccccccc", "3001f3cccccccccc");
    }

    @Test
    void theLastConsecutiveFrameMayBeShort() {
        peer.says("10 09 00 01 02 03 04 05").says("21 06 07 08");

        assertThat(peer.told).containsExactly("FF 9", "message 000102030405060708");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"21 06 07 08 09 0a 0b", "21 06 07 08 09 0a 0b 0c 0d 0e 0f 10"})
    void aConsecutiveFrameOfAnotherLengthThanTheFirstOneIsIgnored(String odd) {
        peer.says(FIRST_OF_20).says(odd).says(SECOND_OF_20).says(THIRD_OF_20);

        assertThat(peer.told).containsExactly("FF 20", ALL_20);
    }

    @Test
    void aLastConsecutiveFrameThatIsTooShortIsIgnored() {
        peer.says(FIRST_OF_20).says(SECOND_OF_20).says("22 0d 0e").says(THIRD_OF_20);

        assertThat(peer.told).containsExactly("FF 20", ALL_20);
    }

    @ParameterizedTest(name = "{0} instead of 21")
    @ValueSource(strings = {"20", "22", "2f"})
    void aWrongSequenceNumberEndsTheMessage(String header) {
        peer.says(FIRST_OF_20)
                .says(header + SECOND_OF_20.substring(2))
                .says(SECOND_OF_20)
                .says(THIRD_OF_20);

        assertThat(peer.told).containsExactly("FF 20", "failed N_WRONG_SN");
    }

    @Test
    void aMessageLongerThanTheRoomIsRefusedWithAnOverflow() {
        ScriptedPeer small = new ScriptedPeer(IsoTpParameters.classic().withMaxLength(19));
        small.says(FIRST_OF_20).says(SECOND_OF_20).waits(2 * Nanos.SECOND);

        assertThat(small.told).isEmpty();
        assertThat(small.heard).containsExactly("320000cccccccccc");
    }

    @Test
    void theLongestLengthThatAFirstFrameCanTellIsRefusedToo() {
        peer.says("10 00 ff ff ff ff 11 22");

        assertThat(peer.heard).containsExactly("320000cccccccccc");
    }

    @Test
    void withoutAConsecutiveFrameTheMessageIsGivenUpOneSecondAfterTheFlowControl() {
        peer.says(FIRST_OF_20);
        peer.waits(peer.ends.getLast() + Nanos.SECOND - 1 - peer.time.now());
        assertThat(peer.told).containsExactly("FF 20");

        peer.waits(1);
        assertThat(peer.told).containsExactly("FF 20", "failed N_TIMEOUT_CR");
    }

    @Test
    void eachConsecutiveFrameIsWaitedForAnew() {
        peer.says(FIRST_OF_20)
                .waits(990 * MS)
                .says(SECOND_OF_20)
                .waits(990 * MS)
                .says(THIRD_OF_20);

        assertThat(peer.told).containsExactly("FF 20", ALL_20);
    }

    @Test
    void aFlowControlThatTheBusDoesNotTakeEndsTheMessage() {
        peer.endpoint.listen(new IsoTpListener() {
            @Override
            public void firstFrame(int length) {
                peer.port.power(false);
            }

            @Override
            public void message(byte[] data, boolean functional) {}

            @Override
            public void failed(NResult result) {
                peer.failed(result);
            }
        });
        peer.says(FIRST_OF_20).waits(Nanos.SECOND);

        assertThat(peer.told).containsExactly("failed N_TIMEOUT_A");
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "idle, SF, started",
        "idle, FF, started",
        "idle, CF, ignored",
        "idle, FC, ignored",
        "idle, other, ignored",
        "sending full duplex, SF, started",
        "sending full duplex, FF, started",
        "sending full duplex, CF, ignored",
        "sending full duplex, FC, sent on",
        "sending full duplex, other, ignored",
        "sending half duplex, SF, ignored",
        "sending half duplex, FF, ignored",
        "sending half duplex, CF, ignored",
        "sending half duplex, FC, sent on",
        "sending half duplex, other, ignored",
        "receiving, SF, aborted and started",
        "receiving, FF, aborted and started",
        "receiving, CF, taken",
        "receiving, FC, ignored",
        "receiving, other, ignored",
    })
    void anUnexpectedFrameIsHandledAsTheTableOfTheStandardSays(String state, String kind, String effect) {
        ScriptedPeer to = in(state);
        to.told.clear();
        int before = to.heard.size();

        to.says(frame(kind));

        assertThat(to.told).isEqualTo(toldAfter(kind, effect));
        assertThat(to.heard.size() - before).as("frames sent in answer").isEqualTo(framesAfter(kind, effect));
        if (effect.equals("ignored") && state.equals("receiving")) {
            to.says(SECOND_OF_20).says(THIRD_OF_20);
            assertThat(to.told).as("what was under way goes on").containsExactly(ALL_20);
        }
    }

    private ScriptedPeer in(String state) {
        return switch (state) {
            case "idle" -> peer;
            case "receiving" -> peer.says(FIRST_OF_20);
            case "sending full duplex" -> peer.sends(10);
            default -> new ScriptedPeer(IsoTpParameters.classic().withFullDuplex(false)).sends(10);
        };
    }

    private static String frame(String kind) {
        return switch (kind) {
            case "SF" -> "02 3e 00";
            case "FF" -> "10 09 00 01 02 03 04 05";
            case "CF" -> SECOND_OF_20;
            case "FC" -> "30 00 00";
            default -> "70 00 00";
        };
    }

    private static List<String> toldAfter(String kind, String effect) {
        String started = kind.equals("SF") ? "message 3e00" : "FF 9";
        return switch (effect) {
            case "started" -> List.of(started);
            case "aborted and started" -> List.of("failed N_UNEXP_PDU", started);
            default -> List.of();
        };
    }

    private static int framesAfter(String kind, String effect) {
        boolean flowControl = effect.endsWith("started") && kind.equals("FF");
        return flowControl || effect.equals("sent on") ? 1 : 0;
    }

    @Test
    void aMessageToAllDoesNotDisturbOneUnderWay() {
        peer.says(FIRST_OF_20).says(0x7DF, "02 3e 80").says(SECOND_OF_20).says(THIRD_OF_20);

        assertThat(peer.told).containsExactly("FF 20", "functional 3e80", ALL_20);
    }
}
