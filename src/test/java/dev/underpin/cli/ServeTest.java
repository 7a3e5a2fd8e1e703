package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.underpin.judges.MulticastRoute;
import dev.underpin.judges.OutsideJudge;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The served vehicle among other people's tools. */
@Order(Integer.MAX_VALUE)
@ResourceLock("the clock on the wall")
class ServeTest {
    private static final String VIN = "WUPLX3EV7T1000047";

    @Test
    void it_tells_what_it_serves_and_ends_as_asked() throws Exception {
        try (Started served = Started.serving("--bus", "chassis", "--as", "socketcand", "--port", "0")) {
            assertThat(String.join("\n", served.announced()))
                    .contains("bus chassis of rig virtual, 500000 bit/s", "at 1 times real time")
                    .contains("127.0.0.1, TCP port " + served.port())
                    .containsPattern("BRK +7E6 > 7EE")
                    .doesNotContain("BMS")
                    .contains("can.Bus(interface='socketcand', host='127.0.0.1', port=" + served.port());

            assertThat(served.end("INT")).isZero();
            assertThat(served.lastWords()).isEqualTo("Ended.");
        }
    }

    @Test
    void scapy_reads_the_battery_unit_and_scans_its_services_over_udp() throws Exception {
        OutsideJudge scapy =
                judge("scapy_uds.py", "can, msgpack, scapy", "python3-can, python3-msgpack, python3-scapy");
        assumeTrue(
                MulticastRoute.expected(),
                "python-can did not judge the UDP bridge: no network interface but the loopback can join a group");
        try (Started served = Started.serving("--bus", "drive", "--as", "udp-multicast", "--port", "0")) {
            List<String> facts = scapy.lines(served.port(), "7E4", "7EC");

            assertThat(facts).first().isEqualTo("vin " + VIN);
            assertThat(facts).element(1).asString().startsWith("many 62f190").contains("f187", "f189", "f191");
            assertThat(facts).element(2).isEqualTo("services 10 11 14 19 22 23 24 29 2C 3E");
            assertThat(served.end("TERM")).isZero();
        }
    }

    @Test
    void
            scapy_scans_ids_700_to_7FF_and_of_three_units_sessions_01_to_0F_all_services_dids_F180_to_F1FF_and_their_own_and_finds_what_is_declared()
                    throws Exception {
        OutsideJudge scapy =
                judge("scapy_scan.py", "can, msgpack, scapy", "python3-can, python3-msgpack, python3-scapy");
        assumeTrue(
                MulticastRoute.expected(),
                "python-can did not judge the UDP bridge: no network interface but the loopback can join a group");
        assertThat(scanned(scapy, "drive", "BMS 4900-493F", "THM E000-E01F,D000-D01F"))
                .containsExactlyElementsOf(DeclaredFacts.of("drive", "BMS 4900-493F", "THM E000-E01F,D000-D01F"));
        assertThat(scanned(scapy, "chassis", "INV 4660-466F"))
                .containsExactlyElementsOf(DeclaredFacts.of("chassis", "INV 4660-466F"));
    }

    private static List<String> scanned(OutsideJudge scapy, String bus, String... units) throws Exception {
        try (Started served = Started.serving("--bus", bus, "--as", "udp-multicast", "--port", "0", "--speed", "0.5")) {
            return scapy.lines(
                    Stream.concat(Stream.of(served.port()), Stream.of(units).map(DeclaredFacts::argument))
                            .toArray(String[]::new));
        }
    }

    @Test
    void python_can_reads_an_answer_of_several_frames_over_socketcand() throws Exception {
        OutsideJudge pythonCan = judge("python_can_socketcand.py", "can", "python3-can");
        try (Started served =
                Started.serving("--bus", "drive", "--as", "socketcand", "--port", "0", "--speed", "0.5")) {
            assertThat(pythonCan.lines(served.port(), "drive", "7E4", "7EC")).containsExactly("vin " + VIN);
            assertThat(pythonCan.lines(served.port(), "drive", "753", "75B")).containsExactly("vin " + VIN);
        }
    }

    @Test
    void scapy_diagnoses_several_control_units_by_doip() throws Exception {
        OutsideJudge scapy = judge("scapy_doip.py", "scapy", "python3-scapy");
        try (Started served = Started.serving("--as", "doip", "--port", "0", "--speed", "0.5")) {
            assertThat(String.join("\n", served.announced()))
                    .contains("127.0.0.1, TCP and UDP port " + served.port())
                    .containsPattern("BMS +1011");
            assertThat(scapy.lines(served.port()))
                    .containsSubsequence(
                            "identification " + VIN + " 1001",
                            "status node type 0, 8 sockets",
                            "power mode 1",
                            "activated for 1001",
                            "1001 ack 00 vin " + VIN,
                            "1011 ack 00 vin " + VIN,
                            "1012 ack 00 vin " + VIN,
                            "1234 nack 03",
                            "stranger denied 00",
                            "second tester vin " + VIN);
            assertThat(served.end("TERM")).isZero();
        }
    }

    @Test
    void openssl_gets_in_over_tls_with_the_certificate_that_was_written(@TempDir Path keys) throws Exception {
        OutsideJudge openssl = judge("openssl_doip.py", "ssl", "python3");
        try (Started served = Started.serving(
                "--as", "doip", "--port", "0", "--tls", keys.toString(), "--tls-port", "0", "--speed", "0.5")) {
            Matcher tls = Pattern.compile("TLS port (\\d+)").matcher(String.join("\n", served.announced()));
            assertThat(tls.find()).isTrue();

            assertThat(openssl.lines(served.port(), tls.group(1), keys.toString()))
                    .containsExactly(
                            "plain 07",
                            "without certificate 04",
                            "with certificate 10 TLSv1.3",
                            "ack 8002",
                            "vin " + VIN);
        }
    }

    private static OutsideJudge judge(String script, String modules, String packages) throws URISyntaxException {
        Path path = Path.of(
                ServeTest.class.getResource("/dev/underpin/bridge/" + script).toURI());
        return OutsideJudge.python(path, modules, packages);
    }
}
