package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import java.util.Map;

/** 0x87: 01 asks for a rate by its number, 02 by its three bytes, 03 changes to the one asked for, once its response has left. */
final class LinkControlService implements Service {
    private static final int FIXED = 1;
    private static final int SPECIFIC = 2;
    private static final int CHANGE = 3;
    private static final Map<Integer, Long> RATES = Map.of(
            0x01, 9_600L,
            0x02, 19_200L,
            0x03, 38_400L,
            0x04, 57_600L,
            0x05, 115_200L,
            0x10, 125_000L,
            0x11, 250_000L,
            0x12, 500_000L,
            0x13, 1_000_000L);

    private final EcuDiagnostics ecu;
    private long agreed;
    private boolean changed;

    LinkControlService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        state.onLeave(this::left);
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return subFunction >= FIXED && subFunction <= CHANGE;
    }

    @Override
    public void check(Request request) {
        request.requireLength(
                switch (request.subFunction()) {
                    case FIXED -> 3;
                    case SPECIFIC -> 5;
                    default -> 2;
                });
        if (request.subFunction() == CHANGE) {
            NegativeResponse.unless(agreed != 0, Nrc.SEQUENCE_ERROR);
        } else {
            NegativeResponse.unless(rate(request) > 0 && rates().possible(rate(request)), Nrc.OUT_OF_RANGE);
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        if (request.subFunction() == CHANGE) {
            long rate = agreed;
            agreed = 0;
            changed = true;
            reply.afterwards(() -> rates().change(rate));
        } else {
            agreed = rate(request);
        }
        reply.positive();
    }

    private void left(Session next) {
        agreed = 0;
        if (changed && next == Session.DEFAULT) {
            changed = false;
            rates().restore();
        }
    }

    private LinkRates rates() {
        LinkRates rates = ecu.linkRates();
        if (rates == null) {
            throw new NegativeResponse(Nrc.SERVICE_NOT_SUPPORTED);
        }
        return rates;
    }

    private static long rate(Request request) {
        return request.subFunction() == FIXED ? RATES.getOrDefault(request.at(2), 0L) : request.dtc(2);
    }
}
