package dev.underpin.uds.server;

/** 0x11: the response leaves first, then the ECU resets. */
final class ResetService implements Service {
    private final EcuDiagnostics ecu;

    ResetService(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return ecu.supportsReset(subFunction);
    }

    @Override
    public void check(Request request) {
        request.requireLength(2);
    }

    @Override
    public void serve(Request request, Reply reply) {
        int kind = request.subFunction();
        reply.afterwards(() -> ecu.reset(kind));
        reply.positive();
    }
}
