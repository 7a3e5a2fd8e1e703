package dev.underpin.uds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.server.ServerTiming;
import dev.underpin.uds.server.UdsServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTpLinksTest {
    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
    private final CanPort ecuPort = bus.attach("VCU");
    private final TesterLink tester = new IsoTpTesterLink(
            new IsoTpEndpoint(time, bus.attach("GW"), IsoTpAddress.normal(0x7E0, 0x7E8), IsoTpParameters.classic()));
    private final ServerLink server = new IsoTpServerLink(new IsoTpEndpoint(
            time, ecuPort, IsoTpAddress.normal(0x7E8, 0x7E0).hearing(0x7DF), IsoTpParameters.classic()));
    private final List<String> events = new ArrayList<>();

    @Test
    void aRequestReachesTheServerAndItsAnswerComesBack() {
        server.listen((message, functional) -> {
            events.add("request of " + message.length + (functional ? " to all" : ""));
            server.send(new byte[100], () -> events.add("answered"));
        });
        tester.listen(() -> events.add("started"), message -> events.add("response of " + message.length));

        tester.send(new byte[3], () -> events.add("sent"), failure -> events.add(failure));
        time.runUntil(Nanos.SECOND);

        assertThat(events).containsExactly("request of 3", "sent", "started", "response of 100", "answered");
    }

    @Test
    void aServerWithCanFdAnswersInTheFormatInWhichItWasAsked() {
        VirtualBus fast = new VirtualBus(time, "fast", new BusTiming(500_000, 2_000_000), new Entropy(1));
        CanPort port = fast.attach("BMS");
        IsoTpAddress address = IsoTpAddress.normal(0x7EC, 0x7E4);
        ServerLink both = new IsoTpServerLink(
                new IsoTpEndpoint(time, port, address, IsoTpParameters.fd(64), CanFrame::fd),
                new IsoTpEndpoint(time, port, address, IsoTpParameters.classic(), frame -> !frame.fd()));
        both.listen((message, functional) -> both.send(new byte[20], () -> {}));
        fast.observe((at, sender, frame) -> events.add("%s %s".formatted(sender, frame.fd() ? "FD" : "classical")));
        CanPort outside = fast.attach("tester");
        IsoTpAddress asking = IsoTpAddress.normal(0x7E4, 0x7EC);

        new IsoTpEndpoint(time, outside, asking, IsoTpParameters.classic(), frame -> !frame.fd())
                .send(new byte[3], result -> {});
        time.runUntil(Nanos.SECOND);
        assertThat(events)
                .containsExactly(
                        "tester classical", "BMS classical", "tester classical", "BMS classical", "BMS classical");

        events.clear();
        new IsoTpEndpoint(time, outside, asking, IsoTpParameters.fd(64), CanFrame::fd).send(new byte[3], result -> {});
        time.runUntil(2 * Nanos.SECOND);
        assertThat(events).containsExactly("tester FD", "BMS FD");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7E4, 0x7DF})
    void aClassicalRequestDoesNotMoveTheAnswerOfOneInCanFdThatIsBeingServed(int identifier) {
        VirtualBus fast = new VirtualBus(time, "fast", new BusTiming(500_000, 2_000_000), new Entropy(1));
        CanPort port = fast.attach("BMS");
        IsoTpAddress address = IsoTpAddress.normal(0x7EC, 0x7E4).hearing(0x7DF);
        ServerLink both = new IsoTpServerLink(
                new IsoTpEndpoint(time, port, address, IsoTpParameters.fd(64), CanFrame::fd),
                new IsoTpEndpoint(time, port, address, IsoTpParameters.classic(), frame -> !frame.fd()));
        EcuDouble ecu = new EcuDouble();
        new UdsServer(time, both, ecu, ServerTiming.STANDARD);
        CanPort outside = fast.attach("tester");
        IsoTpEndpoint asking = new IsoTpEndpoint(
                time, outside, IsoTpAddress.normal(0x7E4, 0x7EC), IsoTpParameters.fd(64), CanFrame::fd);
        for (byte[] request : List.of(new byte[] {0x10, 3}, new byte[] {0x31, 1, 3, 0})) {
            asking.send(request, result -> {});
            time.runUntil(time.now() + Nanos.SECOND);
        }
        fast.observe((at, sender, frame) -> events.add("%s %s".formatted(sender, frame.fd() ? "FD" : "classical")));

        outside.send(CanFrame.classic(identifier, new byte[] {2, 0x10, 1, 0, 0, 0, 0, 0}));
        time.runUntil(time.now() + 100 * Nanos.MILLISECOND);
        ecu.owed.getFirst().positive();
        time.runUntil(time.now() + Nanos.SECOND);

        boolean toAll = identifier == 0x7DF;
        assertThat(events)
                .contains("BMS FD")
                .filteredOn("BMS classical"::equals)
                .hasSize(toAll ? 0 : 1);
        assertThat(events.getLast()).isEqualTo("BMS FD");
    }

    @Test
    void aRequestThatCannotBeSentFailsWithTheResultOfTheTransport() {
        ecuPort.power(false);

        tester.send(new byte[3], () -> events.add("sent"), failure -> events.add(failure));
        time.runUntil(2 * Nanos.SECOND);

        assertThat(events).containsExactly("N_TIMEOUT_A: the bus did not take a frame in time");
    }

    /** What an ECU answers to another tester, and what this one hears and sends meanwhile. */
    private List<String> whileAnotherTesterIsAnswered(int length) {
        List<String> sent = new ArrayList<>();
        bus.observe((at, sender, frame) -> sent.add(sender + " " + Integer.toHexString(frame.at(0) >>> 4)));
        new IsoTpEndpoint(time, bus.attach("other"), IsoTpAddress.normal(0x7E0, 0x7E8), IsoTpParameters.classic());
        server.send(new byte[length], () -> {});
        time.runUntil(time.now() + Nanos.SECOND);
        return sent;
    }

    private void hears() {
        tester.listen(() -> events.add("started"), message -> events.add("response of " + message.length));
    }

    private void asks(int... request) {
        byte[] bytes = new byte[request.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) request[i];
        }
        tester.send(bytes, () -> {}, failure -> events.add(failure));
        time.runUntil(time.now() + 100 * Nanos.MILLISECOND);
    }

    private void answers(int... response) {
        byte[] bytes = new byte[response.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) response[i];
        }
        server.send(bytes, () -> {});
        time.runUntil(time.now() + 100 * Nanos.MILLISECOND);
        events.clear();
    }

    @Test
    void answersToOtherTestersAreNeitherHeardNorControlled() {
        hears();

        assertThat(whileAnotherTesterIsAnswered(9)).containsExactly("VCU 1", "other 3", "VCU 2");
        assertThat(whileAnotherTesterIsAnswered(3)).isNotEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void theEarsCloseWithTheAnswer() {
        hears();
        asks(0x22, 0xF1, 0x90);
        answers(0x62, 0xF1, 0x90);
        assertThat(whileAnotherTesterIsAnswered(9)).doesNotContain("GW 3");

        asks(0x22, 0xF1, 0x90);
        answers(0x7F, 0x22, 0x31);
        assertThat(whileAnotherTesterIsAnswered(9)).doesNotContain("GW 3");
        assertThat(events).isEmpty();
    }

    @Test
    void theyStayOpenAsLongAsTheEcuSaysThatItNeedsMoreTime() {
        hears();
        asks(0x31, 1, 0xFF, 0);
        for (int i = 0; i < 5; i++) {
            answers(0x7F, 0x31, 0x78);
            time.runUntil(time.now() + 5 * Nanos.SECOND);
        }

        server.send(new byte[9], () -> {});
        time.runUntil(time.now() + Nanos.SECOND);
        assertThat(events).containsExactly("started", "response of 9");
    }

    @Test
    void theyCloseWhenNoAnswerComes() {
        hears();
        asks(0x22, 0xF1, 0x90);
        time.runUntil(time.now() + 11 * Nanos.SECOND);

        assertThat(whileAnotherTesterIsAnswered(9)).doesNotContain("GW 3");
        assertThat(events).isEmpty();
    }

    @Test
    void aRequestThatNeedsNoPositiveAnswerOpensThemForARefusalOnly() {
        hears();
        asks(0x3E, 0x80);
        assertThat(whileAnotherTesterIsAnswered(9)).doesNotContain("GW 3");

        asks(0x3E, 0x80);
        server.send(new byte[] {0x7F, 0x3E, 0x12}, () -> {});
        time.runUntil(time.now() + Nanos.SECOND);
        assertThat(events).containsExactly("response of 3");
    }

    @Test
    void whoAskedForMessagesUnaskedHearsThemUntilHeStopsThem() {
        hears();
        asks(0x2A, 1, 0xF2);
        answers(0x6A);
        server.send(new byte[20], () -> {});
        time.runUntil(time.now() + 60 * Nanos.SECOND);
        assertThat(events).containsExactly("started", "response of 20");

        asks(0x2A, 4);
        answers(0x6A);
        assertThat(whileAnotherTesterIsAnswered(9)).doesNotContain("GW 3");
    }

    @Test
    void aRequestToAllOpensTheEarsOfThoseThroughWhichItsAnswersCome() {
        hears();
        TesterLink toAll = new IsoTpTesterLink(
                new IsoTpEndpoint(time, bus.attach("all"), IsoTpAddress.functional(0x7DF), IsoTpParameters.classic()),
                List.of((IsoTpTesterLink) tester));
        server.listen((message, functional) -> server.send(new byte[20], () -> {}));

        toAll.send(new byte[] {0x22, (byte) 0xF1, (byte) 0x90}, () -> {}, failure -> events.add(failure));
        time.runUntil(time.now() + Nanos.SECOND);

        assertThat(events).containsExactly("started", "response of 20");
    }
}
