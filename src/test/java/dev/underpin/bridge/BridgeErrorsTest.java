package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.judges.MulticastRoute;
import dev.underpin.judges.OutsideJudge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bridge's controller finds on the bus is shown to outsiders. */
class BridgeErrorsTest {
    private static final CanFrame FRAME = CanFrame.classic(0x123, new byte[8]);

    private final BridgeBench bench = new BridgeBench(BusTiming.classic(500_000));

    @AfterEach
    void close() {
        bench.chatting.set(false);
        bench.close();
    }

    private SocketcandBridge socketcand() throws IOException {
        return new SocketcandBridge(
                bench.node(), "drive", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), bench.notices::add);
    }

    @Test
    void a_socketcand_client_is_shown_class_moment_and_details_of_an_error() throws Exception {
        bench.blinds(FRAME, 1);
        try (SocketcandBridge bridge = socketcand();
                TestClient client = TestClient.raw(bridge.port())) {
            bench.start();
            bench.sends(FRAME);

            assertThat(client.next()).matches("< error 288 0\\.\\d{6} 00 00 04 [0-9A-F]{2} 00 00 00 01 >");
            assertThat(client.next()).startsWith("< frame 123 ");
        }
    }

    @Test
    void python_can_receives_error_frames_by_multicast() throws Exception {
        OutsideJudge pythonCan = judge();
        assumeTrue(MulticastRoute.expected(), "python-can did not judge error frames: no interface can join a group");
        try (MulticastBridge bridge =
                new MulticastBridge(bench.node(), "drive", InetAddress.getByName("127.0.0.1"), 0, bench.notices::add)) {
            bench.start();
            bench.chatsBadly(FRAME);

            assertThat(pythonCan.lines("udp", Integer.toString(bridge.port()), "drive"))
                    .singleElement()
                    .asString()
                    .matches("error (288|2[0-9A-F]{2}) [0-9a-f]{16}");
        }
    }

    @Test
    void python_can_goes_on_reading_frames_among_error_frames_over_socketcand() throws Exception {
        OutsideJudge pythonCan = judge();
        try (SocketcandBridge bridge = socketcand()) {
            bench.start();
            bench.chatsBadly(FRAME);

            assertThat(pythonCan.lines("socketcand", Integer.toString(bridge.port()), "drive"))
                    .containsExactly("frames 20");
        }
    }

    private static OutsideJudge judge() throws URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(BridgeErrorsTest.class.getResource("python_can_errors.py"))
                .toURI());
        return OutsideJudge.python(script, "can, msgpack", "python3-can, python3-msgpack");
    }
}
