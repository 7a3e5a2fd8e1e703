package dev.underpin.uds.server;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Fields behind their lengths of two bytes each, as service 0x29 has them, one behind the other up to the end of a request. */
final class Fields {
    private static final int LENGTH = 2;

    private final Request request;
    private final int first;

    /** {@code count} fields, the first of which is at {@code first}; 0x13 unless they are all there and nothing is behind them. */
    Fields(Request request, int first, int count) {
        this.request = request;
        this.first = first;
        int end = first;
        for (int i = 0; i < count; i++) {
            request.requireAtLeast(end + LENGTH);
            end += LENGTH + request.word(end);
        }
        request.requireLength(end);
    }

    /** The field of that number, from 0. */
    byte[] field(int number) {
        int index = first;
        for (int i = 0; i < number; i++) {
            index += LENGTH + request.word(index);
        }
        return Arrays.copyOfRange(request.message(), index + LENGTH, index + LENGTH + request.word(index));
    }

    /** Writes a field behind its length. */
    static void write(byte[] field, ByteArrayOutputStream record) {
        record.write(field.length >> 8);
        record.write(field.length);
        record.writeBytes(field);
    }
}
