package dev.underpin.can.log;

import dev.underpin.history.FrameLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/**
 * The log format of {@code candump -l}: one frame a line, {@code (seconds.micros) bus ID#DATA}. A 29-bit identifier has 8 digits, an
 * 11-bit one 3; CAN FD is {@code ID##<flags>DATA} with one digit of flags (1 bit-rate switch, 2 error state indicator); a remote frame
 * {@code ID#R<length>}. Microseconds are rounded down.
 */
public final class Candump {
    private Candump() {}

    /** Takes the frames of a log. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A frame.
         *
         * @param at civil time
         * @param bus the bus's name
         * @param id identifier with flags as in {@link FrameLog}
         * @param flags as in {@link FrameLog}
         */
        void frame(Instant at, String bus, int id, int flags, byte[] data);
    }

    /**
     * Writes all frames of {@code log}; the caller closes {@code out}.
     *
     * @param start the civil time at which the vehicle time of the log was zero
     */
    public static void write(FrameLog log, Instant start, OutputStream out) throws IOException {
        new CandumpWriter(log, start).write(out);
    }

    /**
     * Reads a log to its end; the caller closes {@code in}.
     *
     * @param file the log's name, for errors
     * @throws dev.underpin.mistake.UserMistake naming line, column, what was expected and what was found
     */
    public static void read(String file, InputStream in, Sink sink) throws IOException {
        new CandumpReader(file, sink).read(in);
    }
}
