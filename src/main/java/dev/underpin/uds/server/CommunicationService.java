package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/**
 * 0x28: control 00 receive and send, 01 receive only, 02 send only, 03 neither; communication type with messages in bits 0..1 and
 * the subnet in bits 4..7, of which only 0 (all) and F (this one) mean this ECU.
 */
final class CommunicationService implements Service {
    private static final int CONTROLS = 4;
    private static final int NO_RECEIVE = 2;
    private static final int NO_TRANSMIT = 1;

    private final ServerState state;

    CommunicationService(ServerState state) {
        this.state = state;
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return subFunction < CONTROLS;
    }

    @Override
    public void check(Request request) {
        request.requireLength(3);
        int subnet = request.at(2) >> 4;
        boolean known = messages(request) != 0 && (request.at(2) & 0x0C) == 0 && (subnet == 0 || subnet == 0xF);
        NegativeResponse.unless(known, Nrc.OUT_OF_RANGE);
    }

    @Override
    public void serve(Request request, Reply reply) {
        int control = request.subFunction();
        state.communication((control & NO_RECEIVE) == 0, (control & NO_TRANSMIT) == 0, messages(request));
        reply.positive();
    }

    private static int messages(Request request) {
        return request.at(2) & 3;
    }
}
