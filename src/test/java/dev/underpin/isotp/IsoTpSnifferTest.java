package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsoTpSnifferTest {
    private final List<String> heard = new ArrayList<>();
    private final IsoTpSniffer sniffer = new IsoTpSniffer(
            0x7E8, (at, message) -> heard.add(at + " " + HexFormat.of().formatHex(message)));
    private long at;

    private void shows(String... frames) {
        for (String frame : frames) {
            byte[] data = HexFormat.of().parseHex(frame.replace(" ", ""));
            sniffer.frame(
                    ++at, data.length > 8 ? CanFrame.fd(0x7E8, false, true, data) : CanFrame.classic(0x7E8, data));
        }
    }

    @Test
    void tellsEachMessageWithTheMomentOfItsLastFrame() {
        shows(
                "02 50 03 cc",
                "10 09 00 01 02 03 04 05",
                "30 00 00",
                "21 06 07 08 cc",
                "00 09 01 02 03 04 05 06 07 08 09 cc");

        assertThat(heard).containsExactly("1 5003", "4 000102030405060708", "5 010203040506070809");
    }

    @Test
    void passesOverOtherIdentifiersFormatsAndRemoteFrames() {
        sniffer.frame(1, CanFrame.classic(0x7E0, (byte) 1, (byte) 2));
        sniffer.frame(2, CanFrame.extended(0x7E8, (byte) 1, (byte) 2));
        sniffer.frame(3, CanFrame.remote(0x7E8, false, 8));
        sniffer.frame(4, CanFrame.classic(0x7E8));

        assertThat(heard).isEmpty();
    }

    @Test
    void hearsA29BitIdentifier() {
        IsoTpSniffer wide = new IsoTpSniffer(0x18DAF110, true, (when, message) -> heard.add("wide"));
        wide.frame(1, CanFrame.extended(0x18DAF110, (byte) 1, (byte) 2));

        assertThat(heard).containsExactly("wide");
    }

    @Test
    void dropsAMessageWithAGapAndHearsTheNextOne() {
        shows(
                "10 14 00 01 02 03 04 05",
                "22 06 07 08 09 0a 0b 0c",
                "21 06 07 08 09 0a 0b 0c",
                "22 0d 0e 0f 10 11 12 13");
        shows("10 08 00 01 02 03 04 05", "21 06 07");

        assertThat(heard).containsExactly("6 0001020304050607");
    }

    @Test
    void aNewMessageReplacesOneThatBrokeOff() {
        shows("10 14 00 01 02 03 04 05", "21 06 07 08 09 0a 0b 0c", "10 08 00 01 02 03 04 05", "21 06 07");
        shows("10 14 00 01 02 03 04 05", "01 7e", "21 06 07 08 09 0a 0b 0c");

        assertThat(heard).containsExactly("4 0001020304050607", "6 7e");
    }

    @Test
    void aFirstFrameThatPromisesFourGigabytesCostsNothing() {
        shows("10 00 7f ff ff ff 01 02", "10 00 ff ff ff ff 01 02", "21 03 04 05 06 07 08 09", "01 7e");

        assertThat(heard).containsExactly("4 7e");
    }

    @Test
    void framesThatBreakTheLayoutAreNoMessages() {
        shows(
                "00 11",
                "05 01",
                "10 09 00 01",
                "00 00 01 02 03 04 05 06 07 08 09 0a",
                "04 08 01 02 03 04 05 06 07 08 09 0a");

        assertThat(heard).isEmpty();
    }
}
