package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.underpin.can.BusTiming;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.isotp.NResult;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that sends each message back, and scapy's ISO-TP on the other side of the UDP bridge. */
class IsoTpJudgedByScapyTest {
    private static final int BLOCK = 64;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(scheduler, "drive", BusTiming.classic(500_000), new Entropy(1));
    private final PacedRun run = new PacedRun(scheduler, 1, lost -> {});
    private final BlockingQueue<NResult> results = new LinkedBlockingQueue<>();
    private Thread thread = Thread.currentThread();
    private MulticastBridge bridge;

    @BeforeEach
    void open() throws IOException {
        BridgeNode node = new BridgeNode(bus, false, run, new Calendar(scheduler, Instant.EPOCH));
        bridge = new MulticastBridge(node, "drive", InetAddress.getByName("127.0.0.1"), 0, notice -> {});
    }

    @AfterEach
    void close() throws Exception {
        run.stop();
        thread.join();
        bridge.close();
    }

    private void sendsBack(IsoTpAddress address) {
        IsoTpParameters parameters = IsoTpParameters.classic().withBlockSize(BLOCK);
        IsoTpEndpoint endpoint = new IsoTpEndpoint(scheduler, bus.attach("unit"), address, parameters);
        endpoint.listen((data, functional) -> endpoint.send(data, results::add));
        thread = Thread.ofPlatform().start(run::run);
    }

    private void judges(String lengths, String... more) throws Exception {
        List<String> said = judge().lines(Stream.concat(Stream.of(port(), "6F1", "612", lengths), Stream.of(more))
                .toArray(String[]::new));

        List<String> asked = List.of(lengths.split(","));
        assertThat(said)
                .containsExactlyElementsOf(
                        asked.stream().map(length -> length + " same").toList());
        assertThat(results).hasSize(asked.size()).containsOnly(NResult.N_OK);
    }

    private String port() {
        return Integer.toString(bridge.port());
    }

    @Test
    void messages_go_both_ways_with_normal_addressing() throws Exception {
        sendsBack(IsoTpAddress.normal(0x612, 0x6F1));

        judges("1,6,7,8,62,63,500,4094,4095");
    }

    @Test
    void messages_go_both_ways_with_extended_addressing() throws Exception {
        sendsBack(IsoTpAddress.extended11(0x612, 0x6F1, 0xF1, 0x12));

        judges("1,5,6,7,61,62,500,4095", "12", "F1");
    }

    private static OutsideJudge judge() throws SocketException, URISyntaxException {
        OutsideJudge scapy = OutsideJudge.python(
                Path.of(IsoTpJudgedByScapyTest.class
                        .getResource("scapy_isotp.py")
                        .toURI()),
                "can, msgpack, scapy",
                "python3-can, python3-msgpack, python3-scapy");
        boolean joins = NetworkInterface.networkInterfaces().anyMatch(IsoTpJudgedByScapyTest::joinsGroups);
        assumeTrue(
                joins || "required".equals(System.getProperty("judges")),
                "scapy did not judge ISO-TP: no network interface but the loopback can join a group");
        return scapy;
    }

    private static boolean joinsGroups(NetworkInterface it) {
        try {
            return it.isUp() && !it.isLoopback() && it.supportsMulticast();
        } catch (SocketException gone) {
            return false;
        }
    }
}
