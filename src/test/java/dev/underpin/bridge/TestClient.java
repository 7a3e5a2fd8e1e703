package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A socketcand client. */
final class TestClient implements AutoCloseable {
    private final Socket socket = new Socket();

    TestClient(int port) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(BridgeBench.PATIENCE_SECONDS * 1000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A client behind its handshake. */
    static TestClient raw(int port) throws IOException {
        TestClient client = new TestClient(port);
        assertThat(client.next()).isEqualTo("< hi >");
        client.say("< open drive >");
        assertThat(client.next()).isEqualTo("< ok >");
        client.say("< rawmode >");
        assertThat(client.next()).isEqualTo("< ok >");
        return client;
    }

    void say(String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next message; empty at the end of the connection. */
    String next() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder message = new StringBuilder();
        for (int symbol = in.read(); symbol >= 0; symbol = in.read()) {
            message.append((char) symbol);
            if (symbol == '>') {
                return message.toString();
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
