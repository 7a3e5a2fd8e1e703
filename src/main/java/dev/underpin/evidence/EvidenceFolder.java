package dev.underpin.evidence;

import dev.underpin.can.log.Candump;
import dev.underpin.history.FrameLog;
import dev.underpin.history.JsonLines;
import dev.underpin.history.PacketLog;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lays a scenario's record down as files: {@code record.jsonl}, and per bus {@code <bus>/bus.log} as candump writes it, for the Ethernet
 * {@code ethernet/doip.pcapng} as Wireshark reads it.
 */
public final class EvidenceFolder {
    private static final int BUFFER = 1 << 16;

    private EvidenceFolder() {}

    /** Writes the record into {@code folder}, which is made. */
    public static void write(Path folder, ScenarioRecord record) throws IOException {
        Files.createDirectories(folder);
        try (OutputStream out = open(folder.resolve("record.jsonl"))) {
            JsonLines.write(record.history(), out);
        }
        for (FrameLog log : record.history().buses()) {
            Path bus = Files.createDirectories(folder.resolve(log.bus()));
            try (OutputStream out = open(bus.resolve("bus.log"))) {
                Candump.write(log, record.start(), out);
            }
        }
        for (PacketLog log : record.history().networks()) {
            if (!log.packets().isEmpty()) {
                Path network = Files.createDirectories(folder.resolve(log.network()));
                try (OutputStream out = open(network.resolve("doip.pcapng"))) {
                    PacketCapture.write(log, record.start(), out);
                }
            }
        }
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }
}
