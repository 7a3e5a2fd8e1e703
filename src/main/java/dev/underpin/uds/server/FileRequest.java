package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request of 0x38.
 *
 * @param mode 01 add, 02 delete, 03 replace, 04 read a file, 05 read a directory, 06 resume
 * @param name the file
 * @param size bytes that will come, 0 when none do
 */
record FileRequest(int mode, String name, long size) {
    static final int ADD = 1;
    static final int DELETE = 2;
    static final int REPLACE = 3;
    static final int READ = 4;
    static final int READ_DIRECTORY = 5;
    static final int RESUME = 6;

    private static final int NAME = 4;

    /** Reads it: 0x13 when its lengths do not agree, 0x31 for a mode or format that is not supported. */
    static FileRequest of(Request request) {
        request.requireAtLeast(NAME + 1);
        int mode = request.at(1);
        NegativeResponse.unless(mode >= ADD && mode <= RESUME, Nrc.OUT_OF_RANGE);
        int end = NAME + request.word(2);
        request.requireAtLeast(end);
        String name = new String(Arrays.copyOfRange(request.message(), NAME, end), StandardCharsets.US_ASCII);
        NegativeResponse.unless(!name.isEmpty(), Nrc.OUT_OF_RANGE);
        if (mode == DELETE || mode == READ_DIRECTORY) {
            request.requireLength(end);
            return new FileRequest(mode, name, 0);
        }
        request.requireAtLeast(end + 1);
        NegativeResponse.unless(request.at(end) == 0, Nrc.OUT_OF_RANGE);
        return mode == READ ? read(request, mode, name, end + 1) : write(request, mode, name, end + 1);
    }

    boolean writes() {
        return mode == ADD || mode == REPLACE || mode == RESUME;
    }

    private static FileRequest read(Request request, int mode, String name, int end) {
        request.requireLength(end);
        return new FileRequest(mode, name, 0);
    }

    private static FileRequest write(Request request, int mode, String name, int index) {
        request.requireAtLeast(index + 1);
        int bytes = request.at(index);
        NegativeResponse.unless(bytes >= 1 && bytes <= Integer.BYTES, Nrc.OUT_OF_RANGE);
        request.requireLength(index + 1 + 2 * bytes);
        long size = request.number(index + 1, bytes);
        boolean plain = size > 0 && size == request.number(index + 1 + bytes, bytes);
        NegativeResponse.unless(plain, Nrc.OUT_OF_RANGE);
        return new FileRequest(mode, name, size);
    }
}
