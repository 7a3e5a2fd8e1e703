package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanPort;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoTpConversationTest {
    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
    private final CanPort tester = bus.attach("tester");
    private final CanPort ecu = bus.attach("ecu");
    private final List<byte[]> received = new ArrayList<>();
    private final List<byte[]> overheard = new ArrayList<>();
    private final List<NResult> results = new ArrayList<>();

    private IsoTpEndpoint tester(IsoTpParameters parameters) {
        return new IsoTpEndpoint(time, tester, IsoTpAddress.normal(0x7E0, 0x7E8), parameters);
    }

    private IsoTpEndpoint ecu(IsoTpParameters parameters) {
        IsoTpAddress address = IsoTpAddress.normal(0x7E8, 0x7E0).hearing(0x7DF);
        IsoTpEndpoint endpoint = new IsoTpEndpoint(time, ecu, address, parameters);
        endpoint.listen((data, functional) -> received.add(data));
        return endpoint;
    }

    private void overhear(int id) {
        IsoTpSniffer sniffer = new IsoTpSniffer(id, (at, message) -> overheard.add(message));
        bus.observe((at, sender, frame) -> sniffer.frame(at, frame));
    }

    @ParameterizedTest(name = "{0} bytes in frames of {1} bytes, block size {2}, STmin 0x{3}")
    @CsvSource({
        "1, 8, 0, 00", "7, 8, 0, 00", "8, 8, 0, 00", "62, 8, 3, 00", "4095, 8, 0, 00", "4096, 8, 0, 00",
                "5000, 8, 8, F5",
        "300, 8, 1, 02", "7, 64, 0, 00", "8, 64, 0, 00", "62, 64, 0, 00", "63, 64, 0, 00", "64, 12, 0, 00",
                "500, 24, 2, F1",
        "4095, 64, 0, 00", "4096, 64, 0, 00", "65536, 64, 255, 00", "20, 16, 0, 00"
    })
    void aMessageOfAnyLengthArrivesAsItWasSent(int length, int txDl, int blockSize, String stMin) {
        IsoTpParameters sending = txDl == 8 ? IsoTpParameters.classic() : IsoTpParameters.fd(txDl);
        IsoTpParameters receiving = sending.withBlockSize(blockSize).withStMin(Integer.parseInt(stMin, 16));
        byte[] message = new Entropy(length).bytes(length);
        ecu(receiving);
        overhear(0x7E0);

        tester(sending).send(message, results::add);
        time.runUntil(10 * Nanos.MINUTE);

        assertThat(results).containsExactly(NResult.N_OK);
        assertThat(received).containsExactly(message);
        assertThat(overheard).containsExactly(message);
    }

    @Test
    void bothDirectionsRunAtOnceOnOnePairOfIdentifiers() {
        byte[] request = new Entropy(1).bytes(2000);
        byte[] response = new Entropy(2).bytes(3000);
        IsoTpEndpoint left = tester(IsoTpParameters.classic());
        IsoTpEndpoint right = ecu(IsoTpParameters.classic().withBlockSize(4));
        List<byte[]> answers = new ArrayList<>();
        left.listen((data, functional) -> answers.add(data));

        left.send(request, results::add);
        right.send(response, results::add);
        time.runUntil(Nanos.MINUTE);

        assertThat(results).containsExactly(NResult.N_OK, NResult.N_OK);
        assertThat(received).containsExactly(request);
        assertThat(answers).containsExactly(response);
    }

    @Test
    void messagesGivenWhileOneIsUnderWayFollowInOrder() {
        ecu(IsoTpParameters.classic());
        IsoTpEndpoint endpoint = tester(IsoTpParameters.classic());

        endpoint.send(new byte[100], results::add);
        endpoint.send(new byte[] {1}, result -> endpoint.send(new byte[] {3}, results::add));
        endpoint.send(new byte[] {2}, results::add);
        time.runUntil(Nanos.SECOND);

        assertThat(received).hasSize(4);
        assertThat(received.get(1)).containsExactly(1);
        assertThat(received.get(2)).containsExactly(2);
        assertThat(received.get(3)).containsExactly(3);
    }

    @Test
    void withoutBlocksAndSeparationTheBusIsTakenBackToBack() {
        ecu(IsoTpParameters.classic());
        List<Long> ends = new ArrayList<>();
        List<Long> durations = new ArrayList<>();
        bus.observe((at, sender, frame) -> {
            ends.add(at);
            durations.add(FrameLength.nanos(frame, bus.timing()));
        });

        tester(IsoTpParameters.classic()).send(new byte[4095], results::add);
        time.runUntil(Nanos.MINUTE);

        for (int i = 1; i < ends.size(); i++) {
            assertThat(ends.get(i) - ends.get(i - 1)).isEqualTo(durations.get(i));
        }
    }

    @ParameterizedTest(name = "{0}-byte frames carry {1} to {2} kB/s")
    @CsvSource({"8, 26, 31.5", "64, 165, 189.2"})
    void aLongMessageRunsAtTheRateThatTheWireAllows(int txDl, double least, double most) {
        IsoTpParameters parameters = txDl == 8 ? IsoTpParameters.classic() : IsoTpParameters.fd(txDl);
        List<Long> done = new ArrayList<>();
        ecu(parameters);

        tester(parameters).send(new Entropy(7).bytes(60_000), result -> done.add(time.now()));
        time.runUntil(Nanos.MINUTE);

        assertThat(60.0 / Nanos.toSeconds(done.getFirst())).isBetween(least, most);
    }

    @Test
    void aFunctionalMessageReachesEveryEndpointThatHearsTheGroup() {
        List<Boolean> functionally = new ArrayList<>();
        ecu(IsoTpParameters.classic()).listen((data, functional) -> functionally.add(functional));

        new IsoTpEndpoint(time, tester, IsoTpAddress.functional(0x7DF), IsoTpParameters.classic())
                .send(new byte[] {0x3E, (byte) 0x80}, results::add);
        time.runUntil(Nanos.SECOND);

        assertThat(results).containsExactly(NResult.N_OK);
        assertThat(functionally).containsExactly(true);
    }

    @Test
    void aFunctionalMessageHasToFitASingleFrame() {
        new IsoTpEndpoint(time, tester, IsoTpAddress.functional(0x7DF), IsoTpParameters.classic())
                .send(new byte[8], results::add);

        assertThat(results).containsExactly(NResult.N_ERROR);
    }

    @Test
    void normalFixedAddressingNamesTargetAndSourceInTheIdentifier() {
        IsoTpAddress address = IsoTpAddress.normalFixed(0x10, 0xF1);

        assertThat(address.transmitId()).isEqualTo(0x18DA10F1);
        assertThat(address.receiveId()).isEqualTo(0x18DAF110);
        assertThat(IsoTpAddress.functionalFixed(0x33, 0xF1).transmitId()).isEqualTo(0x18DB33F1);
        assertThat(address.extended()).isTrue();
    }

    @Test
    void endpointsOfOnePortKeepTheirConversationsApart() {
        ecu(IsoTpParameters.classic());
        CanPort other = bus.attach("other");
        List<byte[]> otherReceived = new ArrayList<>();
        new IsoTpEndpoint(time, other, IsoTpAddress.normal(0x7EC, 0x7E4), IsoTpParameters.classic())
                .listen((data, functional) -> otherReceived.add(data));
        IsoTpEndpoint toOther =
                new IsoTpEndpoint(time, tester, IsoTpAddress.normal(0x7E4, 0x7EC), IsoTpParameters.classic());
        overhear(0x7E0);
        overhear(0x7E4);

        tester(IsoTpParameters.classic()).send(new byte[50], results::add);
        toOther.send(new byte[60], results::add);
        time.runUntil(Nanos.SECOND);

        assertThat(received).containsExactly(new byte[50]);
        assertThat(otherReceived).containsExactly(new byte[60]);
        assertThat(overheard).containsExactlyInAnyOrder(new byte[50], new byte[60]);
    }

    @Test
    void aResetForgetsEverythingWithoutTellingAnybody() {
        IsoTpEndpoint endpoint = tester(IsoTpParameters.classic());
        endpoint.send(new byte[20], results::add);
        endpoint.send(new byte[20], results::add);

        endpoint.reset();
        time.runUntil(10 * Nanos.SECOND);

        assertThat(results).isEmpty();
    }
}
