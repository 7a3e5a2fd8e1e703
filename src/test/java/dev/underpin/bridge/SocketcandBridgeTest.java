package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketcandBridgeTest {
    private static final CanFrame MARK = CanFrame.classic(0x100, new byte[] {1});

    private final BridgeBench bench = new BridgeBench(BusTiming.classic(500_000));
    private SocketcandBridge bridge;

    @BeforeEach
    void open() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        bridge = new SocketcandBridge(bench.node(), "drive", anyPort, bench.notices::add);
        bench.start();
    }

    @AfterEach
    void close() throws Exception {
        bridge.close();
        bench.close();
    }

    @Test
    void frames_pass_both_ways() throws Exception {
        try (TestClient client = TestClient.raw(bridge.port())) {
            client.say("< send 7E4 3 2 3e 0 >");
            assertThat(bench.hears()).isEqualTo(CanFrame.classic(0x7E4, new byte[] {2, 0x3E, 0}));

            bench.sends(CanFrame.classic(0x7EC, new byte[] {2, 0x7E, 0}));
            assertThat(client.next()).matches("< frame 7EC 0\\.\\d{6} 027E00 >");
        }
    }

    @Test
    void no_frame_is_doubled() throws Exception {
        try (TestClient sender = TestClient.raw(bridge.port());
                TestClient other = TestClient.raw(bridge.port())) {
            sender.say("< send 7E4 1 A >");
            assertThat(bench.hears()).isEqualTo(CanFrame.classic(0x7E4, new byte[] {10}));
            bench.sends(MARK);

            assertThat(sender.next()).startsWith("< frame 100 ");
            assertThat(other.next()).startsWith("< frame 7E4 ");
            assertThat(other.next()).startsWith("< frame 100 ");
            assertThat(bench.heard).isEmpty();
        }
    }

    @Test
    void frames_of_one_identifier_keep_their_order() throws Exception {
        try (TestClient client = TestClient.raw(bridge.port())) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 1000; i++) {
                all.append("< send 7E4 2 %x %x >".formatted(i >> 8, i & 0xFF));
            }
            client.say(all.toString());
            for (int i = 0; i < 1000; i++) {
                CanFrame frame = bench.hears();
                assertThat(frame.at(0) << 8 | frame.at(1)).isEqualTo(i);
            }
        }
    }

    @Test
    void a_mistake_is_answered_and_harms_nobody() throws Exception {
        try (TestClient client = TestClient.raw(bridge.port())) {
            client.say("< isotpmode >< send 7E4 99 >< fdsend 7E4 1 1 0 >< echo >");
            assertThat(client.next()).isEqualTo("< error only raw mode is offered >");
            assertThat(client.next()).startsWith("< error send: ");
            assertThat(client.next()).isEqualTo("< error a CAN FD frame, and the bus has no CAN FD >");
            assertThat(client.next()).isEqualTo("< echo >");
            bench.told("was refused: only raw mode is offered");
        }
    }

    @Test
    void nothing_is_sent_before_a_bus_is_open_and_no_other_bus_can_be() throws Exception {
        try (TestClient client = new TestClient(bridge.port())) {
            assertThat(client.next()).isEqualTo("< hi >");
            client.say("< send 7E4 0 >< open chassis >< rawmode >");
            assertThat(client.next()).isEqualTo("< error no bus is open >");
            assertThat(client.next()).isEqualTo("< error there is only the bus drive >");
            assertThat(client.next()).isEqualTo("< error no bus is open >");
        }
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void an_endless_command_ends_the_connection() throws Exception {
        try (TestClient client = TestClient.raw(bridge.port())) {
            client.say("< send " + "0 ".repeat(1000));
            bench.told("disconnected: a command is longer than 1000 characters");
        }
        stillServes();
    }

    @Test
    void a_client_that_does_not_read_is_disconnected_and_the_bus_goes_on() throws Exception {
        TestClient deaf = TestClient.raw(bridge.port());
        try (deaf) {
            bench.chats(MARK);
            bench.told("disconnected: it does not read");
            bench.chatting.set(false);
        }
        stillServes();
    }

    @Test
    void one_client_too_many_is_turned_away() throws Exception {
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(TestClient.raw(bridge.port()));
        }
        try (TestClient late = new TestClient(bridge.port())) {
            assertThat(late.next()).isEqualTo("< error 16 clients are connected already >");
        }
        bench.sends(MARK);
        for (TestClient client : clients) {
            assertThat(client.next()).startsWith("< frame 100 ");
            client.close();
        }
    }

    @Test
    void a_client_that_leaves_makes_room() throws Exception {
        TestClient.raw(bridge.port()).close();
        bench.told("disconnected");
        stillServes();
    }

    private void stillServes() throws Exception {
        try (TestClient client = TestClient.raw(bridge.port())) {
            client.say("< send 7E4 0 >");
            assertThat(bench.hears().id()).isEqualTo(0x7E4);
        }
    }
}
