package dev.underpin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogFormat;
import dev.underpin.can.log.LogWriter;
import dev.underpin.can.log.Recorded;
import dev.underpin.can.statistics.BusStatistics;
import dev.underpin.history.FrameLog;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Wireshark sees in the vehicle's own traffic the diagnostic messages and the numbers of frames that a trace tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceJudgedByTsharkTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");
    private static final RigFile FILE = RigFile.read(RIG);

    private final List<LogEntry> log = new ArrayList<>();
    private Path capture;

    @BeforeAll
    void a_support_session_is_captured(@TempDir Path folder) throws IOException {
        capture = folder.resolve("drive.pcapng");
        try (Bench bench = new VirtualRig(FILE, RIG, 1, Path.of("target/images")).bench("tshark")) {
            bench.driver().ignition(true);
            press(bench, "Diagnostics");
            press(bench, "Allow");
            bench.await().pass(30 * Nanos.SECOND);
            FrameLog frames = bench.history().frames("drive");
            for (int index = 0; index < frames.size(); index++) {
                log.add(Recorded.entry(frames, index));
            }
        }
        try (LogWriter writer = LogFormat.write(capture)) {
            for (LogEntry entry : log) {
                writer.write(entry);
            }
        }
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

    @Test
    void the_diagnostic_messages_are_those_that_wireshark_puts_together() {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        Trace trace = new Trace(Logs.words(), Selection.ALL, null, Decode.UDS, Layout.tabs());
        StringBuilder lines = new StringBuilder();
        log.forEach(entry -> trace.add(lines, entry, 0));
        List<String> told = lines.toString()
                .lines()
                .map(line -> line.split("\t"))
                .filter(fields -> fields[2].equals("UDS"))
                .map(fields -> "%s 0x%02x".formatted(fields[0], service(fields[5])))
                .toList();

        List<String> seen = tshark
                .lines(
                        "-r",
                        capture.toString(),
                        "-o",
                        "iso15765.can.ids:" + addresses(),
                        "-d",
                        "iso15765.subdissector,uds",
                        "-Y",
                        "uds",
                        "-T",
                        "fields",
                        "-e",
                        "frame.time_epoch",
                        "-e",
                        "uds.sid")
                .stream()
                .map(line -> line.replace('\t', ' '))
                .toList();

        assertThat(told).hasSizeGreaterThan(100).isEqualTo(seen);
    }

    /** As tshark gives it: without the bit that marks a response. */
    private static int service(String pdu) {
        return Integer.parseInt(pdu.substring(0, 2), 16) & ~0x40;
    }

    private static String addresses() {
        return Logs.words().table().ecus().values().stream()
                .flatMap(ecu -> ecu.can().stream())
                .filter(address -> address.bus().equals("drive"))
                .map(address -> "0x%x,0x%x".formatted(address.request(), address.response()))
                .collect(Collectors.joining(",", "0x7df,", ""));
    }

    @Test
    void the_frames_of_each_identifier_are_as_many_as_wireshark_counts() {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        BusStatistics drive = new BusStatistics("drive", FILE.timings().get("drive"), 0);
        log.forEach(drive::add);
        Map<String, Long> told = new TreeMap<>();
        drive.ids().forEach(id -> told.put(Integer.toString(id.id().value()), id.count()));

        Map<String, Long> seen = tshark.lines("-r", capture.toString(), "-T", "fields", "-e", "can.id").stream()
                .filter(id -> !id.isEmpty())
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));

        assertThat(told).isEqualTo(seen);
    }
}
