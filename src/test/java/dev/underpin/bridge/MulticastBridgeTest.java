package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MulticastBridgeTest {
    private static final CanFrame MARK = CanFrame.fd(0x100, false, true, new byte[64]);

    private final BridgeBench bench = new BridgeBench(new BusTiming(500_000, 2_000_000));
    private MulticastBridge bridge;
    private MulticastSocket member;
    private DatagramSocket mouth;

    @BeforeEach
    void open() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        NetworkInterface local = NetworkInterface.getByInetAddress(loopback);
        bridge = new MulticastBridge(bench.node(), "drive", loopback, 0, bench.notices::add);
        member = new MulticastSocket(bridge.port());
        member.setSoTimeout(BridgeBench.PATIENCE_SECONDS * 1000);
        member.joinGroup(group(), local);
        mouth = new DatagramSocket(new InetSocketAddress(loopback, 0));
        mouth.setOption(StandardSocketOptions.IP_MULTICAST_IF, local);
        bench.start();
    }

    @AfterEach
    void close() throws Exception {
        bridge.close();
        bench.close();
        member.close();
        mouth.close();
    }

    @Test
    void frames_pass_both_ways_and_none_is_doubled() throws Exception {
        CanFrame request = CanFrame.classic(0x7E4, new byte[] {2, 0x3E, 0});
        say(MulticastMessage.write(Instant.EPOCH, "any", request));
        assertThat(bench.hears()).isEqualTo(request);
        bench.sends(MARK);

        assertThat(hear()).as("what the member itself said").isEqualTo(request);
        assertThat(hear()).isEqualTo(MARK);
        bench.sends(MARK);
        assertThat(hear()).isEqualTo(MARK);
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void rubbish_is_dropped_told_and_harms_nobody() throws Exception {
        say(new byte[] {1, 2, 3});
        bench.told("was dropped: no msgpack map of a can.Message");
        say(new byte[9000]);
        for (int i = 0; i < 8; i++) {
            say(new byte[0]);
        }
        bench.told("(no. 10 of its kind)");

        CanFrame request = CanFrame.extended(0x18DA10F1, new byte[] {1});
        say(MulticastMessage.write(Instant.EPOCH, "any", request));
        assertThat(bench.hears()).isEqualTo(request);
    }

    private InetSocketAddress group() throws IOException {
        return new InetSocketAddress(InetAddress.getByName(MulticastBridge.GROUP), bridge.port());
    }

    private void say(byte[] datagram) throws IOException {
        mouth.send(new DatagramPacket(datagram, datagram.length, group()));
    }

    private CanFrame hear() throws IOException, BadInput {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        member.receive(packet);
        return MulticastMessage.read(Arrays.copyOf(packet.getData(), packet.getLength()));
    }
}
