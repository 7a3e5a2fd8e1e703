package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.cloud.http.DevelopmentAuthority;
import dev.underpin.cloud.http.Peer;
import dev.underpin.doip.ActivationRules;
import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.DoipMessage;
import dev.underpin.doip.DoipTiming;
import dev.underpin.doip.EntityIdentity;
import dev.underpin.doip.EthernetLink;
import dev.underpin.time.Entropy;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The edge on real sockets. */
class DoipBridgeTest {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String ACTIVATE = "03fc0005000000070e800000000000";
    private static final String ACTIVATED = "03fc0006000000090e8010011000000000";
    private static final String ASK_OWN = "03fc8001000000060e8010013e00";
    private static final DevelopmentAuthority AUTHORITY = new DevelopmentAuthority(new Entropy(1));

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final EthernetLink link = new EthernetLink(scheduler);
    private final DoipEntity entity = new DoipEntity(scheduler, link, "GW", 0x1001, DoipTiming.STANDARD);
    private final PacedRun run = new PacedRun(scheduler, 1, lost -> {});
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final Thread runner = Thread.ofPlatform().unstarted(run::run);
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        run.stop();
        runner.join();
    }

    private DoipBridge open(DoipBridge.Tls tls) throws IOException {
        byte[] id = {2, 0, 0, 0, 0x10, 1};
        entity.secure();
        entity.identify(EntityIdentity.gateway("WUPLX3EV7T1000047", id, id), new Entropy(1));
        entity.server().listen((message, functional) -> {
            byte[] answer = message.clone();
            answer[0] += 0x40;
            entity.server().send(answer, () -> {});
        });
        DoipBridge bridge = new DoipBridge(
                new DoipBridge.Edge(link, "GW", entity, run, notices::add),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                tls);
        opened.add(bridge);
        runner.start();
        return bridge;
    }

    @Test
    void a_tester_is_activated_asks_and_is_answered() throws Exception {
        Tester tester = tester(open(null));

        tester.say(ACTIVATE + ASK_OWN);

        assertThat(tester.next()).isEqualTo(ACTIVATED);
        assertThat(tester.next()).isEqualTo("03fc80020000000510010e8000");
        assertThat(tester.next()).isEqualTo("03fc80010000000610010e807e00");
    }

    @Test
    void messages_may_come_in_any_pieces() throws Exception {
        Tester tester = tester(open(null));

        for (byte one : HexFormat.of().parseHex(ACTIVATE + ASK_OWN)) {
            tester.say(HexFormat.of().formatHex(new byte[] {one}));
        }

        assertThat(tester.next()).isEqualTo(ACTIVATED);
        assertThat(tester.next()).isEqualTo("03fc80020000000510010e8000");
    }

    @Test
    void what_the_entity_says_before_it_closes_is_still_heard() throws Exception {
        Tester tester = tester(open(null));

        tester.say("03fc0005000000070d000000000000");

        assertThat(tester.next()).isEqualTo("03fc0006000000090d0010010000000000");
        assertThat(tester.next()).isEmpty();
    }

    @Test
    void a_bad_tester_is_refused_and_closed_and_harms_nobody() throws Exception {
        DoipBridge bridge = open(null);
        Tester good = tester(bridge);
        good.say(ACTIVATE);
        assertThat(good.next()).isEqualTo(ACTIVATED);
        Entropy entropy = new Entropy(1);

        for (int i = 0; i < 100; i++) {
            Tester bad = tester(bridge);
            byte[] noise = entropy.bytes(1000);
            noise[0] = 0;
            bad.say(HexFormat.of().formatHex(noise));
            assertThat(bad.next()).isEqualTo("03fc00000000000100");
            bad.close();
        }

        good.say(ASK_OWN);
        assertThat(good.next()).isEqualTo("03fc80020000000510010e8000");
    }

    @Test
    void a_tester_that_does_not_read_is_disconnected() throws Exception {
        DoipBridge bridge = open(null);
        Tester deaf = tester(bridge);
        Tester good = tester(bridge);
        deaf.say(ACTIVATE);
        byte[] request =
                DoipMessage.diagnostic(0x0E80, 0x1001, new byte[60_000]).encode();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        deaf.say(request);
                    }
                })
                .isInstanceOf(IOException.class);

        assertThat(heardOf("it does not read")).isTrue();
        good.say(ACTIVATE.replace("0e80", "0e81"));
        assertThat(good.next()).isEqualTo(ACTIVATED.replace("0e80", "0e81"));
    }

    @Test
    void testers_that_fell_silent_make_room_for_others() throws Exception {
        DoipBridge bridge = open(null);
        for (int i = 0; i < 8; i++) {
            Tester tester = tester(bridge);
            tester.say("03fc0005000000070e8%x0000000000".formatted(i));
            assertThat(tester.next()).startsWith("03fc000600000009");
        }

        Tester late = tester(bridge);
        late.say("03fc0005000000070e900000000000");

        assertThat(late.next()).isEqualTo("03fc0006000000090e9010011000000000");
    }

    @Test
    void over_tls_a_certificate_opens_the_door_that_plain_tcp_finds_shut() throws Exception {
        entity.activate(ActivationRules.MUTUAL_TLS);
        DoipBridge bridge = open(new DoipBridge.Tls(AUTHORITY.server(), 0));
        Tester plain = tester(bridge);
        plain.say(ACTIVATE);
        assertThat(plain.next()).isEqualTo("03fc0006000000090e8010010700000000");

        Tester nameless = secure(bridge, empty());
        nameless.say(ACTIVATE);
        assertThat(nameless.next()).isEqualTo("03fc0006000000090e8010010400000000");

        Tester known = secure(bridge, AUTHORITY.clientKey(new Peer("tester")));
        known.say(ACTIVATE + ASK_OWN);
        assertThat(known.next()).isEqualTo(ACTIVATED);
        assertThat(known.next()).isEqualTo("03fc80020000000510010e8000");
    }

    @Test
    void a_strangers_certificate_does_not_pass_the_handshake() throws Exception {
        entity.activate(ActivationRules.MUTUAL_TLS);
        DoipBridge bridge = open(new DoipBridge.Tls(AUTHORITY.server(), 0));

        assertThatThrownBy(() -> {
                    Tester stranger =
                            secure(bridge, new DevelopmentAuthority(new Entropy(2)).clientKey(new Peer("tester")));
                    stranger.say(ACTIVATE);
                    if (stranger.next().isEmpty()) {
                        throw new IOException("closed");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_datagram_is_answered_to_who_sent_it() throws Exception {
        DoipBridge bridge = open(null);
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.send(packet("03fc400100000000", bridge.port()));
            assertThat(heard(socket)).isEqualTo("03fc40020000000700080000100000");
            socket.send(packet("ff00000100000000", bridge.port()));
            assertThat(heard(socket)).startsWith("03fc000400000021");
            socket.send(packet("03fd000100000000", bridge.port()));
            assertThat(heard(socket)).isEqualTo("03fc00000000000100");
        }
    }

    @Test
    void the_vehicle_announces_itself_to_everyone_on_the_interface() throws Exception {
        DoipBridge bridge = open(null);
        InetSocketAddress everyone = new InetSocketAddress("127.255.255.255", bridge.port());
        try (DatagramChannel channel = DatagramChannel.open()
                .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                .bind(everyone)) {
            ByteBuffer buffer = ByteBuffer.allocate(100);
            channel.socket().setSoTimeout(PATIENCE_MILLIS);
            DatagramPacket packet = new DatagramPacket(buffer.array(), 100);
            channel.socket().receive(packet);

            assertThat(HexFormat.of().formatHex(packet.getData(), 0, packet.getLength()))
                    .startsWith("03fc000400000021" + HexFormat.of().formatHex("WUPLX3EV7T1000047".getBytes()));
        }
    }

    @Test
    void a_port_in_use_is_told_and_leaves_nothing_open() throws Exception {
        DoipBridge bridge = open(null);

        assertThatThrownBy(() -> new DoipBridge(
                        new DoipBridge.Edge(link, "GW", entity, run, notices::add),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), bridge.port()),
                        null))
                .isInstanceOf(IOException.class);
    }

    private boolean heardOf(String words) throws InterruptedException {
        for (String notice = notices.take(); ; notice = notices.take()) {
            if (notice.contains(words)) {
                return true;
            }
        }
    }

    private Tester tester(DoipBridge bridge) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), bridge.port()));
        return new Tester(socket);
    }

    private Tester secure(DoipBridge bridge, KeyStore key) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, DevelopmentAuthority.STORE_PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(AUTHORITY.trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return new Tester(context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), bridge.tlsPort()));
    }

    private static KeyStore empty() throws Exception {
        KeyStore none = KeyStore.getInstance("JKS");
        none.load(null, null);
        return none;
    }

    private static DatagramPacket packet(String hex, int port) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port);
    }

    private static String heard(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        return HexFormat.of().formatHex(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    /** A tester on a real socket. */
    private final class Tester implements AutoCloseable {
        private final Socket socket;

        Tester(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            opened.add(this);
        }

        void say(String hex) throws IOException {
            say(HexFormat.of().parseHex(hex));
        }

        void say(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** The next message; empty at the end of the connection. */
        String next() throws IOException {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] header = in.readNBytes(8);
            if (header.length < 8) {
                return "";
            }
            byte[] payload = in.readNBytes(ByteBuffer.wrap(header).getInt(4));
            return HexFormat.of().formatHex(header) + HexFormat.of().formatHex(payload);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
