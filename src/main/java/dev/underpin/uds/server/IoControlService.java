package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * 0x2F: 00 gives control back to the ECU, 01 resets to the default, 02 freezes, 03 adjusts with a state; the answer tells the state
 * that follows. Every change of session gives all outputs back.
 */
final class IoControlService implements Service {
    private static final int RETURN = 0;
    private static final int DEFAULT = 1;
    private static final int FREEZE = 2;
    private static final int ADJUST = 3;
    private static final int HEADER = 4;

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private final Map<Integer, Output> controlled = new TreeMap<>();

    IoControlService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
        state.onLeave(next -> {
            controlled.values().forEach(Output::release);
            controlled.clear();
        });
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(HEADER);
        Output output = output(request);
        state.requireUnlocked(output.access());
        int control = request.at(3);
        NegativeResponse.unless(control <= ADJUST, Nrc.OUT_OF_RANGE);
        request.requireLength(HEADER + (control == ADJUST ? output.state().length : 0));
        boolean taken = control != ADJUST || output.accepts(request.from(HEADER));
        NegativeResponse.unless(taken, Nrc.OUT_OF_RANGE);
    }

    @Override
    public void serve(Request request, Reply reply) {
        Output output = output(request);
        if (request.at(3) == RETURN) {
            controlled.remove(request.word(1));
        } else {
            controlled.put(request.word(1), output);
        }
        switch (request.at(3)) {
            case DEFAULT -> output.resetToDefault();
            case FREEZE -> output.freeze();
            case ADJUST -> output.adjust(request.from(HEADER));
            default -> output.release();
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(request.at(3));
        record.writeBytes(output.state());
        reply.positive(record.toByteArray());
    }

    private Output output(Request request) {
        Output output = ecu.output(request.word(1));
        if (output == null || !state.available(output.access())) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        return output;
    }
}
