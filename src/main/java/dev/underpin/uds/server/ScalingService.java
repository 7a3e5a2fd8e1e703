package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/** 0x24: the scaling of one data identifier (ISO 14229-1:2020 annex C.2). */
final class ScalingService implements Service {
    private final EcuDiagnostics ecu;
    private final DataDirectory directory;

    ScalingService(EcuDiagnostics ecu, DataDirectory directory) {
        this.ecu = ecu;
        this.directory = directory;
    }

    @Override
    public void check(Request request) {
        request.requireLength(3);
        directory.required(request.word(1));
        scaling(request);
    }

    @Override
    public void serve(Request request, Reply reply) {
        reply.positive(scaling(request));
    }

    private byte[] scaling(Request request) {
        byte[] scaling = ecu.scaling(request.word(1));
        if (scaling == null) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        return scaling;
    }
}
