package dev.underpin.vehicle.telematics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The log that all programs of the telematics unit share: their newest lines, no more than a mebibyte of them, whoever writes however
 * much. Survives power loss. Confined to the scheduler's thread.
 */
public final class LogBook {
    /** The most that it holds, bytes. */
    public static final int MOST = 1 << 20;

    private final Deque<byte[]> lines = new ArrayDeque<>();
    private long bytes;

    /** Adds a line; the oldest make room for it, and what is longer than the whole book is cut. */
    public void write(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        byte[] kept = text.length > MOST ? Arrays.copyOf(text, MOST) : text;
        lines.addLast(kept);
        bytes += kept.length;
        while (bytes > MOST) {
            bytes -= lines.removeFirst().length;
        }
    }

    /** How many bytes it holds. */
    public long bytes() {
        return bytes;
    }

    /** The newest line; empty when there is none. */
    public String newest() {
        return lines.isEmpty() ? "" : new String(lines.getLast(), StandardCharsets.UTF_8);
    }
}
