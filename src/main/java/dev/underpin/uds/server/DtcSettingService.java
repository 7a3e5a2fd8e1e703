package dev.underpin.uds.server;

/** 0x85: 01 on, 02 off; an option record is accepted and means all codes. */
final class DtcSettingService implements Service {
    private static final int ON = 1;
    private static final int OFF = 2;

    private final ServerState state;

    DtcSettingService(ServerState state) {
        this.state = state;
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return subFunction == ON || subFunction == OFF;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(2);
    }

    @Override
    public void serve(Request request, Reply reply) {
        state.setting(request.subFunction() == ON);
        reply.positive();
    }
}
