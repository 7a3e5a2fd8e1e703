package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/** 0x37, without parameters: refused until every byte has come. */
final class TransferExitService implements Service {
    private final ServerState state;

    TransferExitService(ServerState state) {
        this.state = state;
    }

    @Override
    public void check(Request request) {
        request.requireLength(1);
        NegativeResponse.unless(TransferDataService.active(state).complete(), Nrc.SEQUENCE_ERROR);
    }

    @Override
    public void serve(Request request, Reply reply) {
        TransferDataService.active(state).end().exit(reply.through(record -> {
            state.transfer(null);
            return record;
        }));
    }
}
