package dev.underpin.uds.server;

/** 0x3E with its only sub-function 00. */
final class TesterPresentService implements Service {
    @Override
    public boolean hasSubFunction(int subFunction) {
        return subFunction == 0;
    }

    @Override
    public void check(Request request) {
        request.requireLength(2);
    }

    @Override
    public void serve(Request request, Reply reply) {
        reply.positive();
    }
}
