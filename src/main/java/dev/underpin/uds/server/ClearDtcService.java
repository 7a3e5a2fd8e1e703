package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/** 0x14 with a group of three bytes, and the selection of a memory when it is not the primary one. */
final class ClearDtcService implements Service {
    private static final int PRIMARY = 4;
    private static final int SELECTED = 5;

    private final EcuDiagnostics ecu;

    ClearDtcService(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    @Override
    public void check(Request request) {
        NegativeResponse.unless(request.length() == PRIMARY || request.length() == SELECTED, Nrc.INCORRECT_LENGTH);
    }

    @Override
    public void serve(Request request, Reply reply) {
        if (request.length() == PRIMARY) {
            ecu.faults().clear(request.dtc(1), reply);
        } else {
            ecu.faults().clear(request.dtc(1), request.at(PRIMARY), reply);
        }
    }
}
