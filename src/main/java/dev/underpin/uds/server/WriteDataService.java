package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/** 0x2E. */
final class WriteDataService implements Service {
    private static final int HEADER = 3;

    private final EcuDiagnostics ecu;
    private final ServerState state;

    WriteDataService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(HEADER + 1);
        DataIdentifier data = writable(request);
        request.requireLength(HEADER + data.length());
        NegativeResponse.unless(data.valid().test(request.from(HEADER)), Nrc.OUT_OF_RANGE);
    }

    @Override
    public void serve(Request request, Reply reply) {
        NegativeResponse.unlessPositive(writable(request).writer().apply(request.from(HEADER)));
        reply.positive();
    }

    private DataIdentifier writable(Request request) {
        DataIdentifier data = ecu.data(request.word(1));
        Access access = data == null ? null : data.writeAccess();
        if (data == null || access == null || !state.available(access)) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        state.requireUnlocked(access);
        return data;
    }
}
