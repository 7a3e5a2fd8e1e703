package dev.underpin.can.log;

import dev.underpin.history.FrameLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Formats candump lines by hand into one buffer: a scenario has hundreds of thousands of frames. */
final class CandumpLines {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int BUFFER = 1 << 16;
    /** The longest line, but for the name of the bus. */
    private static final int LONGEST = 256;

    private static final int EXTENDED_MASK = 0x1FFF_FFFF;
    private static final int BASE_MASK = 0x7FF;

    private byte[] buffer = new byte[BUFFER + 2 * LONGEST];
    private String bus = "";
    private byte[] busOctets = {};
    private int size;

    /** Adds a frame in the form of SocketCAN; one sent by the log's own node ends in T. */
    void add(long micros, String channel, int id, int flags, int rawDlc, byte[] data, boolean sent) {
        time(micros);
        bus(channel);
        identifier(id);
        put('#');
        payload(id, flags, data);
        if (rawDlc > 0) {
            put('_');
            hex(rawDlc, 1);
        }
        if (sent) {
            put(' ');
            put('T');
        }
        put('\n');
    }

    boolean full() {
        return size > BUFFER;
    }

    void flush(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    private void time(long micros) {
        put('(');
        decimal(micros / MICROS_PER_SECOND, 10);
        put('.');
        decimal(micros % MICROS_PER_SECOND, 6);
        put(')');
        put(' ');
    }

    private void bus(String channel) {
        if (!bus.equals(channel)) {
            bus = channel;
            busOctets = channel.getBytes(StandardCharsets.UTF_8);
            int longest = BUFFER + 2 * LONGEST + busOctets.length;
            buffer = buffer.length < longest ? Arrays.copyOf(buffer, longest) : buffer;
        }
        System.arraycopy(busOctets, 0, buffer, size, busOctets.length);
        size += busOctets.length;
        put(' ');
    }

    private void identifier(int id) {
        if ((id & FrameLog.ID_EXTENDED) != 0) {
            hex(id & EXTENDED_MASK, 8);
        } else if ((id & FrameLog.ID_ERROR) != 0) {
            hex(id & (FrameLog.ID_ERROR | EXTENDED_MASK), 8);
        } else {
            hex(id & BASE_MASK, 3);
        }
    }

    private void payload(int id, int flags, byte[] data) {
        if ((id & FrameLog.ID_REMOTE) != 0) {
            put('R');
            put('0' + data.length);
            return;
        }
        if ((flags & FrameLog.FLAG_FD) != 0) {
            put('#');
            hex(flags & (FrameLog.FLAG_BRS | FrameLog.FLAG_ESI), 1);
        }
        for (byte octet : data) {
            hex(octet & 0xff, 2);
        }
    }

    private void hex(int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            put(HEX[value >>> shift & 0xf]);
        }
    }

    private void decimal(long value, int digits) {
        long rest = value;
        for (int place = size + digits - 1; place >= size; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    private void put(int octet) {
        buffer[size++] = (byte) octet;
    }
}
