package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.nio.ByteBuffer;

/**
 * 0x34: data format, then a byte whose upper half counts the bytes of the size and whose lower half those of the address, then
 * address and size. Neither compression nor encryption is supported. The response gives the block length in four bytes.
 */
final class DownloadService implements Service {
    private static final int FORMATS = 3;
    private static final byte LENGTH_FORMAT = 0x40;

    private final EcuDiagnostics ecu;
    private final ServerState state;

    DownloadService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(FORMATS + 2);
        NegativeResponse.unless(request.at(1) == 0 && fits(addressBytes(request)), Nrc.OUT_OF_RANGE);
        NegativeResponse.unless(fits(sizeBytes(request)), Nrc.OUT_OF_RANGE);
        request.requireLength(FORMATS + addressBytes(request) + sizeBytes(request));
        Transfer transfer = ecu.transfer();
        boolean covered = size(request) > 0 && transfer.covers(address(request), size(request));
        NegativeResponse.unless(covered && state.available(transfer.access()), Nrc.OUT_OF_RANGE);
        state.requireUnlocked(transfer.access());
        NegativeResponse.unless(state.download() == null, Nrc.CONDITIONS_NOT_CORRECT);
    }

    @Override
    public void serve(Request request, Reply reply) {
        int blockLength = ecu.transfer().requestDownload(address(request), size(request));
        state.download(new ActiveDownload(blockLength, size(request)));
        reply.positive(ByteBuffer.allocate(1 + Integer.BYTES)
                .put(LENGTH_FORMAT)
                .putInt(blockLength)
                .array());
    }

    private static boolean fits(int bytes) {
        return bytes >= 1 && bytes <= Integer.BYTES;
    }

    private static int addressBytes(Request request) {
        return request.at(2) & 0xF;
    }

    private static int sizeBytes(Request request) {
        return request.at(2) >> 4;
    }

    private static long address(Request request) {
        return request.number(FORMATS, addressBytes(request));
    }

    private static long size(Request request) {
        return request.number(FORMATS + addressBytes(request), sizeBytes(request));
    }
}
