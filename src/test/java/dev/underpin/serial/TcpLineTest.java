package dev.underpin.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.instrument.ScpiSupply;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedAwait;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instrument on a real TCP port of this machine. */
class TcpLineTest {
    private static final String HOST = "127.0.0.1";

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final PacedRun run = new PacedRun(scheduler, 1, lost -> {});
    private final PacedAwait await = new PacedAwait(scheduler, run);
    private final List<String> heard = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByName(HOST));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Answers so many queries, then hangs up. */
    private Thread answering(int queries) {
        return Thread.ofVirtual().start(() -> {
            try (Socket client = server.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                for (int left = queries; left > 0; ) {
                    String line = in.readLine();
                    if (line.endsWith("?")) {
                        left--;
                        String answer = line.equals("*IDN?") ? "A,B,C,D\n" : "0,\"No error\"\n";
                        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    }
                }
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        });
    }

    @Test
    void what_an_instrument_answers_is_heard_and_its_hanging_up_too() throws InterruptedException {
        Thread instrument = answering(1);
        TcpLine line = TcpLine.connect(HOST, server.getLocalPort(), scheduler);
        line.listen(new ByteLine.Listener() {
            @Override
            public void bytes(byte[] some) {
                heard.add(new String(some, StandardCharsets.US_ASCII).strip());
            }

            @Override
            public void lost(String how) {
                heard.add(how);
            }
        });

        line.write("*IDN?\n".getBytes(StandardCharsets.US_ASCII));
        await.untilTrue("the end", 10 * Nanos.SECOND, () -> heard.size() == 2, heard::toString);

        assertThat(heard).containsExactly("A,B,C,D", "that it ended the connection");
        instrument.join();
    }

    @Test
    void a_supply_that_hangs_up_in_mid_run_is_named_with_its_address() {
        answering(1);
        ScpiSupply supply = new ScpiSupply(scheduler, TcpLine.connect(HOST, server.getLocalPort(), scheduler));

        supply.begin(13.5, 20);

        assertThatThrownBy(() -> supply.settle(await))
                .isInstanceOf(DeviceError.class)
                .hasMessageContaining("supply %s:%d".formatted(HOST, server.getLocalPort()));
    }

    @Test
    void where_nothing_answers_is_said_with_what_to_type() throws IOException {
        int port = server.getLocalPort();
        server.close();

        assertThatThrownBy(() -> TcpLine.connect(HOST, port, scheduler))
                .isInstanceOf(DeviceError.class)
                .hasMessageContaining(
                        "device %s:%d: connecting: expected it to accept a connection".formatted(HOST, port))
                .hasMessageContaining("ping " + HOST);
    }
}
