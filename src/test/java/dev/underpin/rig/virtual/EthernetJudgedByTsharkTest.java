package dev.underpin.rig.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.doip.DoipDiscovery;
import dev.underpin.doip.DoipTester;
import dev.underpin.doip.DoipTiming;
import dev.underpin.evidence.EvidenceFolder;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.recorder.EthernetRecorder;
import dev.underpin.time.Nanos;
import dev.underpin.uds.TesterLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Wireshark makes of the Ethernet's log. */
class EthernetJudgedByTsharkTest {
    private static final Path FILE = Path.of("rigs/virtual.yaml");
    private static final String VIN = "WUPLX3EV7T1000047";
    private static final VirtualRig RIG = new VirtualRig(RigFile.read(FILE), FILE, 1, Path.of("target/images"));

    /** Digits of the DoIP header and the two addresses. */
    private static final int UDS_FROM = 24;

    private final OutsideJudge tshark = OutsideJudge.require("tshark");

    @TempDir
    private Path folder;

    @Test
    void the_diagnostic_messages_of_a_support_session_are_those_of_the_history() throws IOException {
        List<String> told = new ArrayList<>();
        try (Bench bench = RIG.bench("tshark")) {
            bench.driver().ignition(true);
            press(bench, "Diagnostics");
            press(bench, "Allow");
            bench.await().pass(30 * Nanos.SECOND);
            History history = bench.history();
            for (Entry entry : history.of(Kind.UDS)) {
                if (entry.is("link", "ethernet")) {
                    told.add(entry.text("pdu").toLowerCase(Locale.ROOT));
                }
            }
            write(history, bench.calendar().start());
        }

        List<String> seen = fields("doip.type == 0x8001 && uds", "tcp.payload");

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(seen.stream().map(payload -> payload.substring(UDS_FROM))).containsAll(told);
        assertThat(fields("_ws.malformed || tcp.checksum.status == 0 || ip.checksum.status == 0", "frame.number"))
                .isEmpty();
        assertThat(fields("tcp.analysis.flags", "frame.number")).isEmpty();
    }

    @Test
    void every_message_of_a_tester_is_decoded_with_its_fields() throws IOException {
        History history = new History();
        OpenBench open = RIG.open("edge");
        try (Bench bench = open.bench()) {
            open.ethernet().observe(new EthernetRecorder(history.packets("ethernet")));
            bench.driver().ignition(true);
            bench.await().pass(10 * Nanos.SECOND);
            new DoipDiscovery(open.scheduler(), open.ethernet(), "lab", DoipTiming.STANDARD).all(found -> {});
            bench.await().pass(3 * Nanos.SECOND);
            DoipTester tester = new DoipTester(open.scheduler(), open.ethernet(), "lab", 0x0E80, DoipTiming.STANDARD);
            ask(tester, 0x1011, "22f190");
            bench.await().pass(Nanos.SECOND);
            ask(tester, 0x1234, "3e00");
            bench.await().pass(Nanos.SECOND);
            write(history, bench.calendar().start());
        }

        assertThat(fields("doip.type < 0x0005", "ip.dst", "udp.dstport", "doip.type", "doip.vin"))
                .startsWith("255.255.255.255\t13400\t0x0004\tWUPLX3EV7T1000047")
                .contains("255.255.255.255\t13400\t0x0001\t");
        assertThat(fields("doip && ip.addr == " + lab(), "doip.type", "doip.diag_nack_code", "tcp.payload"))
                .containsSubsequence(
                        "0x0005\t\t03fc0005000000070e800000000000",
                        "0x0006\t\t03fc0006000000090e8010011000000000",
                        "0x8001\t\t03fc8001000000070e80101122f190",
                        "0x8002\t\t03fc80020000000510110e8000",
                        "0x8001\t\t03fc80010000001810110e8062f190"
                                + HexFormat.of().formatHex(VIN.getBytes(StandardCharsets.US_ASCII)),
                        "0x8001\t\t03fc8001000000060e8012343e00",
                        "0x8003\t0x03\t03fc80030000000512340e8003");
        assertThat(fields("_ws.malformed", "frame.number")).isEmpty();
    }

    /** The address from which the search went out. */
    private String lab() {
        return fields("doip.type == 0x0001", "ip.src").getFirst();
    }

    private static void ask(DoipTester tester, int target, String request) {
        TesterLink link = tester.tester("GW", target);
        link.send(HexFormat.of().parseHex(request), () -> {}, why -> {});
    }

    private void write(History history, Instant start) throws IOException {
        EvidenceFolder.write(folder, new ScenarioRecord("id", history, start, 0));
    }

    private List<String> fields(String filter, String... fields) {
        List<String> arguments = new ArrayList<>(List.of(
                "-r",
                folder.resolve("ethernet/doip.pcapng").toString(),
                "-o",
                "tcp.check_checksum:TRUE",
                "-o",
                "ip.check_checksum:TRUE",
                "-Y",
                filter,
                "-T",
                "fields"));
        for (String field : fields) {
            arguments.add("-e");
            arguments.add(field);
        }
        return tshark.lines(arguments.toArray(String[]::new));
    }

    private static void press(Bench bench, String button) {
        bench.await()
                .untilTrue(
                        "the button " + button,
                        Nanos.MINUTE,
                        () -> bench.driver().buttons("infotainment").contains(button),
                        () -> bench.driver().buttons("infotainment").toString());
        bench.driver().press("infotainment", button);
    }
}
