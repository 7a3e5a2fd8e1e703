package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 0x2F: 00 gives control back to the ECU, 01 resets to the default, 02 freezes, 03 adjusts with a state; the answer tells the state
 * that follows. An output of several parameters asks for a control enable mask behind it, whose first bit stands for the first parameter (ISO
 * 14229-1:2020 clause 13.2). Every change of session gives all outputs back.
 */
final class IoControlService implements Service {
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
        request.requireLength(HEADER + (control == ADJUST ? output.state().length : 0) + maskLength(output));
        NegativeResponse.unless(!meant(output, request).isEmpty(), Nrc.OUT_OF_RANGE);
        boolean taken = control != ADJUST || output.only(meant(output, request)).accepts(state(output, request));
        NegativeResponse.unless(taken, Nrc.OUT_OF_RANGE);
    }

    @Override
    public void serve(Request request, Reply reply) {
        Output whole = output(request);
        Output output = whole.only(meant(whole, request));
        controlled.put(request.word(1), whole);
        switch (request.at(3)) {
            case DEFAULT -> output.resetToDefault();
            case FREEZE -> output.freeze();
            case ADJUST -> output.adjust(state(output, request));
            default -> giveBack(request.word(1), whole, output);
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(request.at(3));
        record.writeBytes(output.state());
        reply.positive(record.toByteArray());
    }

    private void giveBack(int did, Output whole, Output output) {
        output.release();
        if (whole.parameters() == 1) {
            controlled.remove(did);
        }
    }

    private static int maskLength(Output output) {
        return output.parameters() == 1 ? 0 : (output.parameters() + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static byte[] state(Output output, Request request) {
        return Arrays.copyOfRange(request.message(), HEADER, request.length() - maskLength(output));
    }

    /** The parameters that the mask names; the only one where there is no mask. */
    private static Set<Integer> meant(Output output, Request request) {
        Set<Integer> meant = new TreeSet<>();
        int mask = request.length() - maskLength(output);
        for (int parameter = 0; parameter < output.parameters(); parameter++) {
            int bit = 0x80 >> parameter % Byte.SIZE;
            boolean named = output.parameters() == 1 || (request.at(mask + parameter / Byte.SIZE) & bit) != 0;
            if (named) {
                meant.add(parameter);
            }
        }
        return meant;
    }

    private Output output(Request request) {
        Output output = ecu.output(request.word(1));
        if (output == null || !state.available(output.access())) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        return output;
    }
}
