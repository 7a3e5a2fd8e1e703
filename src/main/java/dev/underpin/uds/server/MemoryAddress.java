package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/**
 * An address and a size behind an addressAndLengthFormatIdentifier, whose upper half counts the bytes of the size and whose lower half
 * those of the address.
 *
 * @param address first address
 * @param size bytes
 * @param end index of the byte of the request that follows
 */
record MemoryAddress(long address, long size, int end) {
    /** The one whose format is at {@code index}; 0x13 when it is cut off, 0x31 when a number has no byte or more than four. */
    static MemoryAddress in(Request request, int index) {
        request.requireAtLeast(index + 3);
        return next(request, index, index + 1);
    }

    /** The one at {@code index} in the format at {@code format}. */
    static MemoryAddress next(Request request, int format, int index) {
        int addressBytes = request.at(format) & 0xF;
        int sizeBytes = request.at(format) >> 4;
        NegativeResponse.unless(fits(addressBytes) && fits(sizeBytes), Nrc.OUT_OF_RANGE);
        int end = index + addressBytes + sizeBytes;
        request.requireAtLeast(end);
        return new MemoryAddress(
                request.number(index, addressBytes), request.number(index + addressBytes, sizeBytes), end);
    }

    private static boolean fits(int bytes) {
        return bytes >= 1 && bytes <= Integer.BYTES;
    }
}
