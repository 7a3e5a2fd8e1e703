package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The addressing formats, each between a tester F1 and a control unit 10. */
class IsoTpAddressingTest {
    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
    private final CanPort tester = bus.attach("tester");
    private final CanPort unit = bus.attach("unit");
    private final List<String> frames = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private final List<NResult> results = new ArrayList<>();

    IsoTpAddressingTest() {
        bus.observe((at, sender, frame) -> frames.add(frame.toString()));
    }

    private IsoTpEndpoint endpoint(CanPort port, IsoTpAddress address, IsoTpParameters parameters) {
        return new IsoTpEndpoint(time, port, address, parameters);
    }

    private void hearing(IsoTpAddress address, IsoTpParameters parameters) {
        endpoint(unit, address, parameters)
                .listen((data, functional) ->
                        received.add((functional ? "all " : "") + HexFormat.of().formatHex(data)));
    }

    private void sends(IsoTpAddress address, IsoTpParameters parameters, int length) {
        endpoint(tester, address, parameters).send(ScriptedPeer.counting(length), results::add);
        time.runUntil(time.now() + Nanos.MINUTE);
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("normal, 11 bits", IsoTpAddress.normal(0x7E0, 0x7E8), IsoTpAddress.normal(0x7E8, 0x7E0)),
                Arguments.of(
                        "normal, 29 bits",
                        IsoTpAddress.normal29(0x1234567, 0x1234568),
                        IsoTpAddress.normal29(0x1234568, 0x1234567)),
                Arguments.of(
                        "normal fixed", IsoTpAddress.normalFixed(0x10, 0xF1), IsoTpAddress.normalFixed(0xF1, 0x10)),
                Arguments.of(
                        "extended, 11 bits",
                        IsoTpAddress.extended11(0x6F1, 0x610, 0x10, 0xF1),
                        IsoTpAddress.extended11(0x610, 0x6F1, 0xF1, 0x10)),
                Arguments.of(
                        "extended, 29 bits",
                        IsoTpAddress.extended29(0x6F100, 0x61000, 0x10, 0xF1),
                        IsoTpAddress.extended29(0x61000, 0x6F100, 0xF1, 0x10)),
                Arguments.of(
                        "mixed, 11 bits",
                        IsoTpAddress.mixed11(0x7E0, 0x7E8, 0x55),
                        IsoTpAddress.mixed11(0x7E8, 0x7E0, 0x55)),
                Arguments.of(
                        "mixed, 29 bits",
                        IsoTpAddress.mixed29(0x10, 0xF1, 0x55),
                        IsoTpAddress.mixed29(0xF1, 0x10, 0x55)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void messagesOfEveryLengthArrive(String format, IsoTpAddress from, IsoTpAddress to) {
        for (IsoTpParameters parameters :
                List.of(IsoTpParameters.classic(), IsoTpParameters.fd(64), IsoTpParameters.fd(16))) {
            VirtualScheduler clock = new VirtualScheduler();
            VirtualBus other = new VirtualBus(clock, "other", new BusTiming(500_000, 2_000_000), new Entropy(1));
            IsoTpEndpoint sender = new IsoTpEndpoint(clock, other.attach("from"), from, parameters);
            List<byte[]> arrived = new ArrayList<>();
            List<byte[]> sent = new ArrayList<>();
            new IsoTpEndpoint(clock, other.attach("to"), to, parameters.withBlockSize(7))
                    .listen((data, functional) -> arrived.add(data));
            for (int length : new int[] {1, 5, 6, 7, 8, 13, 14, 15, 60, 61, 62, 63, 64, 300, 4095, 4096, 5000}) {
                byte[] message = new Entropy(length).bytes(length);
                sent.add(message);
                sender.send(message, results::add);
            }
            clock.runUntil(10 * Nanos.MINUTE);

            assertThat(arrived).containsExactlyElementsOf(sent);
        }
        assertThat(results).hasSize(3 * 17).containsOnly(NResult.N_OK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void aMessageForSomebodyElseIsNotHeard(String format, IsoTpAddress from, IsoTpAddress to) {
        formats()
                .map(other -> (IsoTpAddress) other.get()[2])
                .filter(other -> !other.equals(to))
                .forEach(other -> hearing(other, IsoTpParameters.classic()));
        sends(from, IsoTpParameters.classic(), 3);

        assertThat(received).isEmpty();
    }

    @Test
    void extendedAddressingPutsTheTargetAddressInTheFirstByte() {
        hearing(IsoTpAddress.extended11(0x610, 0x6F1, 0xF1, 0x10), IsoTpParameters.classic());
        sends(IsoTpAddress.extended11(0x6F1, 0x610, 0x10, 0xF1), IsoTpParameters.classic(), 9);

        assertThat(frames).containsExactly("6F1#1010090001020304", "610#F1300000CCCCCCCC", "6F1#102105060708CCCC");
        assertThat(received).containsExactly("000102030405060708");
    }

    @Test
    void mixedAddressingPutsTheAddressExtensionInTheFirstByteBothWays() {
        hearing(IsoTpAddress.mixed11(0x7E8, 0x7E0, 0x55), IsoTpParameters.classic());
        sends(IsoTpAddress.mixed11(0x7E0, 0x7E8, 0x55), IsoTpParameters.classic(), 9);

        assertThat(frames).containsExactly("7E0#5510090001020304", "7E8#55300000CCCCCCCC", "7E0#552105060708CCCC");
    }

    @Test
    void mixedAddressingWith29BitsHasTheFormats206And205() {
        assertThat(IsoTpAddress.mixed29(0x10, 0xF1, 0x55).transmitId()).isEqualTo(0x18CE10F1);
        assertThat(IsoTpAddress.mixed29(0x10, 0xF1, 0x55).receiveId()).isEqualTo(0x18CEF110);
        assertThat(IsoTpAddress.functionalMixed29(0x33, 0xF1, 0x55).transmitId())
                .isEqualTo(0x18CD33F1);

        sends(IsoTpAddress.functionalMixed29(0x33, 0xF1, 0x55), IsoTpParameters.classic(), 2);
        assertThat(frames).containsExactly("18CD33F1#55020001CCCCCCCC");
    }

    @Test
    void conversationsThatShareIdentifiersAreToldApartByTheAddressByte() {
        IsoTpEndpoint toUnit10 =
                endpoint(tester, IsoTpAddress.extended11(0x6F1, 0x600, 0x10, 0xF1), IsoTpParameters.classic());
        IsoTpEndpoint toUnit11 =
                endpoint(tester, IsoTpAddress.extended11(0x6F1, 0x601, 0x11, 0xF1), IsoTpParameters.classic());
        hearing(
                IsoTpAddress.extended11(0x600, 0x6F1, 0xF1, 0x10),
                IsoTpParameters.classic().withBlockSize(2));
        hearing(
                IsoTpAddress.extended11(0x601, 0x6F1, 0xF1, 0x11),
                IsoTpParameters.classic().withBlockSize(3));
        byte[] first = new Entropy(1).bytes(100);
        byte[] second = new Entropy(2).bytes(90);

        toUnit10.send(first, results::add);
        toUnit11.send(second, results::add);
        time.runUntil(Nanos.SECOND);

        assertThat(results).containsExactly(NResult.N_OK, NResult.N_OK);
        assertThat(received)
                .containsExactlyInAnyOrder(
                        HexFormat.of().formatHex(first), HexFormat.of().formatHex(second));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "normal, 7DF, 0100cccc",
        "normal fixed, 18DB33F1, 0100cccc",
        "extended, 6F1, df0100cc",
        "mixed 11, 7DF, 550100cc",
        "mixed 29, 18CD33F1, 550100cc"
    })
    void aFunctionalRequestIsHeardInEveryFormat(String format, String id, String begin) {
        IsoTpAddress asking = switch (format) {
            case "normal" -> IsoTpAddress.functional(0x7DF);
            case "normal fixed" -> IsoTpAddress.functionalFixed(0x33, 0xF1);
            case "extended" -> IsoTpAddress.functionalExtended11(0x6F1, 0xDF);
            case "mixed 11" -> IsoTpAddress.functionalMixed11(0x7DF, 0x55);
            default -> IsoTpAddress.functionalMixed29(0x33, 0xF1, 0x55);
        };
        IsoTpAddress hearing = switch (format) {
            case "normal" -> IsoTpAddress.normal(0x7E8, 0x7E0).hearing(0x7DF);
            case "normal fixed" -> IsoTpAddress.normalFixed(0xF1, 0x10).hearing(0x18DB33F1);
            case "extended" -> IsoTpAddress.extended11(0x610, 0x6F1, 0xF1, 0x10).hearing(0x6F1, 0xDF);
            case "mixed 11" -> IsoTpAddress.mixed11(0x7E8, 0x7E0, 0x55).hearing(0x7DF, 0x55);
            default -> IsoTpAddress.mixed29(0xF1, 0x10, 0x55).hearing(0x18CD33F1, 0x55);
        };
        hearing(hearing, IsoTpParameters.classic());
        sends(asking, IsoTpParameters.classic(), 1);

        assertThat(received).containsExactly("all 00");
        assertThat(frames.getFirst().toLowerCase(java.util.Locale.ROOT))
                .startsWith(id.toLowerCase(java.util.Locale.ROOT) + "#" + begin);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "10 06 11 22 33 44 55 66, message 112233445566",
        "10 07 11 22 33 44 55 66, a single frame of 7 bytes has no room beside an address byte",
        "10 00 11 22 33 44 55 66, SF_DL is 0",
        "10 10 07 01 02 03 04 05, FF 7",
        "10 10 06 01 02 03 04 05, FF_DL fits a single frame",
        "10 00 0a 11 22 33 44 55 66 77 88 99, escaped SF_DL is larger than the frame",
        "10 00 09 11 22 33 44 55 66 77 88 99, message 112233445566778899",
        "10 10 0a 11 22 33 44 55 66 77 88 99, FF 10",
        "10 10 09 11 22 33 44 55 66 77 88 99, FF_DL fits a single frame of that length",
        "10, an address and nothing else",
        "11 02 11 22 33 44 55 66, another address",
    })
    void lengthsAreOneLessBesideAnAddressByte(String hex, String effect) {
        List<String> told = new ArrayList<>();
        endpoint(unit, IsoTpAddress.extended11(0x610, 0x6F1, 0xF1, 0x10), IsoTpParameters.classic())
                .listen(new IsoTpListener() {
                    @Override
                    public void firstFrame(int length) {
                        told.add("FF " + length);
                    }

                    @Override
                    public void message(byte[] data, boolean functional) {
                        told.add("message " + HexFormat.of().formatHex(data));
                    }
                });
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        tester.send(data.length > 8 ? CanFrame.fd(0x6F1, false, true, data) : CanFrame.classic(0x6F1, data));
        time.runUntil(Nanos.MILLISECOND);

        boolean taken = effect.startsWith("message") || effect.startsWith("FF ");
        assertThat(told).containsExactlyElementsOf(taken ? List.of(effect) : List.of());
    }

    @Test
    void eitherAllFramesOfAnEndpointHaveAnAddressByteOrNone() {
        IsoTpAddress address = IsoTpAddress.extended11(0x610, 0x6F1, 0xF1, 0x10);

        assertThatIllegalArgumentException().isThrownBy(() -> address.hearing(0x7DF));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsoTpAddress.normal(0x7E8, 0x7E0).hearing(0x7DF, 1));
    }
}
