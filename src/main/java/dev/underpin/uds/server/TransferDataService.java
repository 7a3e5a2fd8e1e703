package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.nio.ByteBuffer;

/** 0x36: a repeat of the block before is answered again and moves nothing. */
final class TransferDataService implements Service {
    private static final int HEADER = 2;

    private final ServerState state;

    TransferDataService(ServerState state) {
        this.state = state;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(HEADER);
        ActiveTransfer transfer = active(state);
        boolean upload = transfer.end().upload();
        boolean lengthHolds = upload
                ? request.length() == HEADER
                : request.length() > HEADER && request.length() <= transfer.maxBlockLength();
        NegativeResponse.unless(lengthHolds, Nrc.INCORRECT_LENGTH);
        if (!transfer.isRepeat(request.at(1))) {
            NegativeResponse.unless(!upload || !transfer.complete(), Nrc.SEQUENCE_ERROR);
            NegativeResponse.unless(transfer.isNext(request.at(1)), Nrc.WRONG_BLOCK_COUNTER);
            NegativeResponse.unless(transfer.end().accepts(request.length() - HEADER), Nrc.OUT_OF_RANGE);
            NegativeResponse.unless(transfer.fits(request.length() - HEADER), Nrc.TRANSFER_SUSPENDED);
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        ActiveTransfer transfer = active(state);
        if (transfer.isRepeat(request.at(1))) {
            reply.positive(transfer.answered());
            return;
        }
        boolean upload = transfer.end().upload();
        int length = upload ? transfer.nextLength() : request.length() - HEADER;
        ByteBuffer data = upload
                ? ByteBuffer.allocate(length)
                : ByteBuffer.wrap(request.message(), HEADER, length).asReadOnlyBuffer();
        transfer.end().block(data, reply.through(record -> {
            transfer.moved(length, record);
            return record;
        }));
    }

    static ActiveTransfer active(ServerState state) {
        ActiveTransfer transfer = state.transfer();
        if (transfer == null) {
            throw new NegativeResponse(Nrc.SEQUENCE_ERROR);
        }
        return transfer;
    }
}
