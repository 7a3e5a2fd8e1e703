package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Authentication.Certified;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * 0x29: 00 ends the authentication, 01 verifies a certificate and gives a challenge, 03 verifies the proof of ownership, 08 tells the
 * method (02, certificate exchange). Each challenge is good for one proof. The role lasts until the session is left.
 */
final class AuthenticationService implements Service {
    private static final int END = 0x00;
    private static final int VERIFY = 0x01;
    private static final int PROOF = 0x03;
    private static final int CONFIGURATION = 0x08;
    private static final byte CERTIFICATE_EXCHANGE = 0x02;
    private static final byte ENDED = 0x10;
    private static final byte OWNERSHIP_NECESSARY = 0x11;
    private static final byte COMPLETE = 0x12;
    private static final int LENGTH = 2;

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private @Nullable Pending pending;

    AuthenticationService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
        state.onLeave(next -> pending = null);
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return switch (subFunction) {
            case END, VERIFY, PROOF, CONFIGURATION -> true;
            default -> false;
        };
    }

    @Override
    public void check(Request request) {
        switch (request.subFunction()) {
            case VERIFY -> {
                requireFields(request, 3);
                NegativeResponse.unless(request.at(2) == 0 && length(request, 3) > 0, Nrc.OUT_OF_RANGE);
            }
            case PROOF -> {
                requireFields(request, 2);
                NegativeResponse.unless(pending != null, Nrc.SEQUENCE_ERROR);
            }
            default -> request.requireLength(2);
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        switch (request.subFunction()) {
            case VERIFY -> verify(field(request, 3), reply);
            case PROOF -> prove(field(request, 2), reply);
            case END -> {
                state.role("");
                pending = null;
                reply.positive(ENDED);
            }
            default -> reply.positive(CERTIFICATE_EXCHANGE);
        }
    }

    private void verify(byte[] certificate, Reply reply) {
        pending = null;
        Certified tester = authentication().judge(certificate);
        byte[] challenge = authentication().challenge();
        pending = new Pending(tester, challenge);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(OWNERSHIP_NECESSARY);
        record.write(challenge.length >> 8);
        record.write(challenge.length);
        record.writeBytes(challenge);
        record.writeBytes(new byte[LENGTH]);
        reply.positive(record.toByteArray());
    }

    private void prove(byte[] proof, Reply reply) {
        Pending asked = pending;
        pending = null;
        if (asked == null || !authentication().proves(asked.tester, asked.challenge, proof)) {
            throw new NegativeResponse(Nrc.OWNERSHIP);
        }
        state.role(asked.tester.role());
        reply.positive(COMPLETE, (byte) 0, (byte) 0);
    }

    private Authentication authentication() {
        Authentication authentication = ecu.authentication();
        if (authentication == null) {
            throw new NegativeResponse(Nrc.SERVICE_NOT_SUPPORTED);
        }
        return authentication;
    }

    /** Two fields behind their lengths, and nothing behind them. */
    private static void requireFields(Request request, int index) {
        request.requireAtLeast(index + LENGTH);
        int second = index + LENGTH + length(request, index);
        request.requireAtLeast(second + LENGTH);
        request.requireLength(second + LENGTH + length(request, second));
    }

    private static int length(Request request, int index) {
        return request.word(index);
    }

    private static byte[] field(Request request, int index) {
        byte[] field = new byte[length(request, index)];
        System.arraycopy(request.message(), index + LENGTH, field, 0, field.length);
        return field;
    }

    private record Pending(Certified tester, byte[] challenge) {}
}
