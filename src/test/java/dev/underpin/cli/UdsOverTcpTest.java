package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.doip.DoipMessage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code underpin uds --doip} before an entity that the test plays on a real socket. */
@Order(Integer.MAX_VALUE)
@ResourceLock("the clock on the wall")
class UdsOverTcpTest {
    private static final int ENTITY = 0x1001;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_value_is_read_over_tcp_also_after_0x78_and_what_answers_nothing_is_told() throws IOException {
        try (ServerSocket server = entity("62F18C", "7F2278", "62F190574F524C44")) {
            assertThat(execute("uds --doip 127.0.0.1:%d --address 1001 raw 22F190".formatted(server.getLocalPort())))
                    .isZero();
        }
        assertThat(out.toString())
                .contains("on DoIP at 127.0.0.1:", "logical address 1001", "< 62 F1 90 57 4F 52 4C 44")
                .contains("# not believed: 62F18C")
                .contains("it does not answer what was asked");
    }

    @Test
    void a_served_vehicle_in_another_process_is_read_and_unlocked() throws Exception {
        try (Started served = Started.serving("--as", "doip", "--port", "0")) {
            String there = "uds --doip 127.0.0.1:" + served.port();
            assertThat(execute(there + " --ecu BMS read F190 CellVoltages")).isZero();
            assertThat(execute(there + " --ecu BMS --unlock routine start prechargeTest"))
                    .isZero();
            assertThat(served.end("INT")).isZero();
        }
        assertThat(out.toString()).contains("WUPLX3EV7T1000047", "< 71 01 02 04 00");
    }

    @Test
    void a_control_unit_of_the_table_has_its_logical_address_there() throws IOException {
        try (ServerSocket server = entity("7F2231")) {
            assertThat(execute("uds --doip 127.0.0.1:%d --ecu GW --json read F190".formatted(server.getLocalPort())))
                    .isEqualTo(1);
        }
        assertThat(out.toString()).contains("\"nrc\" : \"31\"");
    }

    @Test
    void an_entity_that_hangs_up_is_no_answer() throws IOException {
        try (ServerSocket server = entity("")) {
            assertThat(execute("uds --doip 127.0.0.1:%d --address 1001 raw 3E00".formatted(server.getLocalPort())))
                    .isEqualTo(1);
        }
        assertThat(out.toString()).contains("service 0x3E");
    }

    @Test
    void where_nobody_listens_the_rig_has_failed() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThat(execute("uds --doip 127.0.0.1:%d --ecu BMS read F190".formatted(port)))
                .isEqualTo(3);
        assertThat(err.toString())
                .startsWith("underpin: no DoIP entity at 127.0.0.1:" + port)
                .doesNotContain("\tat ");
    }

    /** Activates routing, acknowledges the first request and says {@code answers}; hangs up instead of an empty one. */
    private static ServerSocket entity(String... answers) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                serve(socket, answers);
            } catch (IOException ended) {
                // the tester has left
            }
        });
        return server;
    }

    private static void serve(Socket socket, String... answers) throws IOException {
        DoipMessage activation = next(socket);
        say(socket, DoipMessage.activationResponse(activation.source(), ENTITY, 0x10));
        DoipMessage request = next(socket);
        for (String answer : answers) {
            if (answer.isEmpty()) {
                return;
            }
            say(socket, DoipMessage.acknowledgement(request, 0, 0));
            say(
                    socket,
                    DoipMessage.diagnostic(
                            ENTITY, request.source(), HexFormat.of().parseHex(answer)));
        }
        next(socket);
    }

    private static DoipMessage next(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = new byte[8];
        in.readFully(header);
        int length = (int) DoipMessage.decode(header).length();
        byte[] whole = Arrays.copyOf(header, 8 + length);
        in.readFully(whole, 8, length);
        return DoipMessage.decode(whole);
    }

    private static void say(Socket socket, DoipMessage message) throws IOException {
        socket.getOutputStream().write(message.encode());
    }

    private int execute(String arguments) {
        return Underpin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" "));
    }
}
