package dev.underpin.can.log;

import dev.underpin.history.FrameLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Formats by hand into one buffer: a scenario has hundreds of thousands of frames. */
final class CandumpWriter {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int BUFFER = 1 << 16;
    private static final int EXTENDED_MASK = 0x1FFF_FFFF;
    private static final int BASE_MASK = 0x7FF;

    private final FrameLog log;
    private final Instant start;
    private final byte[] bus;
    private final byte[] buffer;
    private final int longestLine;
    private int size;

    CandumpWriter(FrameLog log, Instant start) {
        this.log = log;
        this.start = start;
        this.bus = log.bus().getBytes(StandardCharsets.UTF_8);
        this.longestLine = 256 + bus.length;
        this.buffer = new byte[BUFFER + longestLine];
    }

    void write(OutputStream out) throws IOException {
        for (int i = 0; i < log.size(); i++) {
            line(i);
            if (size > BUFFER) {
                flush(out);
            }
        }
        flush(out);
    }

    private void flush(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    private void line(int index) {
        time(log.at(index));
        System.arraycopy(bus, 0, buffer, size, bus.length);
        size += bus.length;
        put(' ');
        identifier(log.id(index));
        put('#');
        payload(log.id(index), log.flags(index), log.data(index));
        put('\n');
    }

    private void time(long at) {
        long nanos = start.getNano() + at;
        long micros = start.getEpochSecond() * MICROS_PER_SECOND + Math.floorDiv(nanos, NANOS_PER_MICRO);
        put('(');
        decimal(micros / MICROS_PER_SECOND, 10);
        put('.');
        decimal(micros % MICROS_PER_SECOND, 6);
        put(')');
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
