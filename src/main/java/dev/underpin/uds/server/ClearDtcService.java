package dev.underpin.uds.server;

/** 0x14 with a group of three bytes. */
final class ClearDtcService implements Service {
    private final EcuDiagnostics ecu;

    ClearDtcService(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    @Override
    public void check(Request request) {
        request.requireLength(4);
    }

    @Override
    public void serve(Request request, Reply reply) {
        ecu.faults().clear(request.dtc(1), reply);
    }
}
