package dev.underpin.can.log;

import dev.underpin.can.RandomFrames;
import dev.underpin.time.Entropy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole logs in memory, and seeded ones. */
final class Logs {
    /** 2026-11-02T07:00:00Z */
    static final long START = 1_793_602_800_000_000_000L;

    private static final List<String> CHANNELS = List.of("drive", "body", "can0", "7", "x");
    private static final long MICRO = 1_000;

    private Logs() {}

    static List<LogEntry> read(LogFormat format, byte[] log) throws IOException {
        try (LogReader reader = format.reader("bus", new ByteArrayInputStream(log))) {
            return all(reader);
        }
    }

    static List<LogEntry> read(Path file) throws IOException {
        try (LogReader reader = LogFormat.read(file)) {
            return all(reader);
        }
    }

    private static List<LogEntry> all(LogReader reader) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        for (LogEntry entry = reader.next(); entry != null; entry = reader.next()) {
            entries.add(entry);
        }
        return entries;
    }

    static void write(Path file, List<LogEntry> entries) throws IOException {
        try (LogWriter writer = LogFormat.write(file)) {
            for (LogEntry entry : entries) {
                writer.write(entry);
            }
        }
    }

    static byte[] bytes(Path file, List<LogEntry> entries) throws IOException {
        write(file, entries);
        return Files.readAllBytes(file);
    }

    /** Entries of every kind on several channels, in whole multiples of {@code unit} nanoseconds. */
    static List<LogEntry> random(long seed, int count, long unit) {
        Entropy entropy = new Entropy(seed).fork("log");
        List<LogEntry> entries = new ArrayList<>();
        long[] at = {START + entropy.below(1_000_000) * MICRO};
        RandomFrames.of(seed, count).forEach(frame -> {
            at[0] += entropy.below(3_000_000) / unit * unit;
            String channel = CHANNELS.get((int) entropy.below(CHANNELS.size()));
            entries.add(
                    entropy.below(12) == 0
                            ? new LoggedError(
                                    at[0], channel, ErrorFrame.of((int) entropy.below(0x200) | 1, entropy.bytes(8)))
                            : new LoggedFrame(at[0], channel, Direction.values()[(int) entropy.below(2)], frame));
        });
        return entries;
    }
}
