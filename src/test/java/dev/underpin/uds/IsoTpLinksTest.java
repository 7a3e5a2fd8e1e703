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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void aRequestThatCannotBeSentFailsWithTheResultOfTheTransport() {
        ecuPort.power(false);

        tester.send(new byte[3], () -> events.add("sent"), failure -> events.add(failure));
        time.runUntil(2 * Nanos.SECOND);

        assertThat(events).containsExactly("N_TIMEOUT_A: the bus did not take a frame in time");
    }
}
