package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.nio.ByteBuffer;

/** 0x36: a repeat of the block before is answered again and not written again. */
final class TransferDataService implements Service {
    private static final int HEADER = 2;

    private final EcuDiagnostics ecu;
    private final ServerState state;

    TransferDataService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(HEADER);
        ActiveDownload download = active(state);
        boolean lengthHolds = request.length() > HEADER && request.length() <= download.maxBlockLength();
        NegativeResponse.unless(lengthHolds, Nrc.INCORRECT_LENGTH);
        if (!download.isRepeat(request.at(1))) {
            NegativeResponse.unless(download.isNext(request.at(1)), Nrc.WRONG_BLOCK_COUNTER);
            NegativeResponse.unless(download.fits(request.length() - HEADER), Nrc.TRANSFER_SUSPENDED);
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        ActiveDownload download = active(state);
        if (download.isRepeat(request.at(1))) {
            reply.positive();
            return;
        }
        int length = request.length() - HEADER;
        ByteBuffer data = ByteBuffer.wrap(request.message(), HEADER, length).asReadOnlyBuffer();
        ecu.transfer().write(data, reply.through(record -> {
            download.written(length);
            return record;
        }));
    }

    static ActiveDownload active(ServerState state) {
        ActiveDownload download = state.download();
        if (download == null) {
            throw new NegativeResponse(Nrc.SEQUENCE_ERROR);
        }
        return download;
    }
}
