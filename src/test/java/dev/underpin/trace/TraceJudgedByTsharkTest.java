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

    @TempDir
    private Path folder;

    private final List<LogEntry> log = new ArrayList<>();
    private Path capture;

    @BeforeAll
    void a_support_session_is_captured() throws IOException {
        capture = folder.resolve("drive.pcapng");
        try (Bench bench = new VirtualRig(FILE, RIG, 1, Path.of("target/images")).bench("tshark")) {
            bench.driver().ignition(true);
            bench.await().pass(5 * Nanos.SECOND);
            bench.driver().callSupport();
            bench.await().pass(60 * Nanos.SECOND);
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
}
