package dev.underpin.uds.server;

import dev.underpin.time.Nanos;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import java.nio.ByteBuffer;

/** 0x10: the answer tells P2 in milliseconds and P2* in tens of milliseconds. */
final class SessionService implements Service {
    private final EcuDiagnostics ecu;
    private final ServerState state;
    private final byte[] timingRecord;

    SessionService(EcuDiagnostics ecu, ServerState state, ServerTiming timing) {
        this.ecu = ecu;
        this.state = state;
        timingRecord = ByteBuffer.allocate(4)
                .putShort((short) (timing.p2() / Nanos.MILLISECOND))
                .putShort((short) (timing.p2Star() / (10 * Nanos.MILLISECOND)))
                .array();
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return Session.of(subFunction) != null;
    }

    @Override
    public void check(Request request) {
        request.requireLength(2);
    }

    @Override
    public void serve(Request request, Reply reply) {
        Session wanted = Session.of(request.subFunction());
        if (wanted == null) {
            throw new NegativeResponse(Nrc.SUB_FUNCTION_NOT_SUPPORTED);
        }
        ecu.enter(wanted, reply.through(record -> {
            state.enter(wanted);
            return timingRecord;
        }));
    }
}
