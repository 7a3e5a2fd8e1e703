package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.underpin.can.BusTiming;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.judges.MulticastRoute;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.IsoTpTesterLink;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.ExchangeReport;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.uds.client.UdsResponse;
import dev.underpin.uds.client.Unmatched;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The client before an ECU that scapy plays, on a virtual bus that is bridged to UDP multicast. */
class ScapyEcuTest {
    private final List<ExchangeReport> reports = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();

    @Test
    void scapy_answers_as_an_ecu_over_the_bridged_bus() throws Exception {
        Path script =
                Path.of(Objects.requireNonNull(ScapyEcuTest.class.getResource("/dev/underpin/bridge/scapy_ecu.py"))
                        .toURI());
        OutsideJudge scapy =
                OutsideJudge.python(script, "can, msgpack, scapy", "python3-can, python3-msgpack, python3-scapy");
        assumeTrue(
                MulticastRoute.expected(),
                "scapy did not judge the client: no network interface but the loopback can join a group");
        VirtualScheduler scheduler = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(scheduler, "drive", BusTiming.classic(500_000), new Entropy(1));
        UdsClient client = client(scheduler, bus);
        PacedRun run = new PacedRun(scheduler, 1, lost -> {});
        BridgeNode node = new BridgeNode(bus, false, run, new Calendar(scheduler, Instant.EPOCH));
        try (MulticastBridge bridge =
                        new MulticastBridge(node, "drive", InetAddress.getLoopbackAddress(), 0, notice -> {});
                OutsideJudge.Running ecu = scapy.start(Integer.toString(bridge.port()), "7E0", "7E8")) {
            assertThat(ecu.line()).isEqualTo("ready");
            CompletableFuture<byte[]> vin = client.readDid(0xF190);
            CompletableFuture<byte[]> session = client.readDid(0xF186);
            CompletableFuture<UdsResponse> write = client.writeDid(0xF184, new byte[] {1, 2, 3});
            CompletableFuture<byte[]> routine = client.startRoutine(0xFF00);
            routine.whenComplete((status, failure) -> run.stop());
            run.run();

            assertThat(new String(vin.join(), StandardCharsets.US_ASCII)).isEqualTo("SCAPYECU000000017");
            assertThat(session.join()).containsExactly(1);
            assertThat(UdsError.in(write.exceptionNow()).is(Nrc.SECURITY_ACCESS_DENIED))
                    .isTrue();
            assertThat(routine.join()).containsExactly(0);
        }
        assertThat(reports).last().extracting(ExchangeReport::pendings).isEqualTo(2);
        assertThat(unmatched).isEmpty();
    }

    private UdsClient client(VirtualScheduler scheduler, VirtualBus bus) {
        IsoTpEndpoint endpoint = new IsoTpEndpoint(
                scheduler, bus.attach("tester"), IsoTpAddress.normal(0x7E0, 0x7E8), IsoTpParameters.classic());
        UdsClient client = new UdsClient(
                scheduler, new IsoTpTesterLink(endpoint), ClientTiming.STANDARD.answerWithin(5 * Nanos.SECOND));
        client.onExchange(reports::add);
        client.onUnmatched(unmatched::add);
        return client;
    }
}
