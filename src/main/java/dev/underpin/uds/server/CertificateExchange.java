package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Authentication.Certified;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Authentication with PKI certificate exchange (0x29): 01 verifies the tester's certificate and gives a challenge, 02 proves the ECU's own
 * besides, 03 takes the tester's proof, 04 leaves a certificate with the ECU. Each challenge is good for one proof.
 */
final class CertificateExchange {
    private static final int VERIFY = 0x01;
    private static final int VERIFY_BOTH = 0x02;
    private static final int PROOF = 0x03;
    private static final int TRANSMIT = 0x04;
    private static final int OWNERSHIP_NECESSARY = 0x11;
    private static final int COMPLETE = 0x12;
    private static final int VERIFIED = 0x13;
    private static final int CERTIFICATE = 3;
    private static final int TRANSMITTED = 4;
    private static final byte[] NOTHING = {};

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private @Nullable Pending pending;

    CertificateExchange(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    void forget() {
        pending = null;
    }

    boolean has(Request request) {
        return request.subFunction() <= TRANSMIT;
    }

    /** False when the request is none of these. */
    boolean check(Request request) {
        switch (request.subFunction()) {
            case VERIFY, VERIFY_BOTH -> checkVerify(request);
            case PROOF -> {
                new Fields(request, 2, 2);
                NegativeResponse.unless(pending != null, Nrc.SEQUENCE_ERROR);
            }
            case TRANSMIT -> new Fields(request, TRANSMITTED, 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    byte[] serve(Request request) {
        return switch (request.subFunction()) {
            case PROOF -> prove(new Fields(request, 2, 2));
            case TRANSMIT -> {
                AuthenticationService.of(ecu).keep(request.word(2), new Fields(request, TRANSMITTED, 1).field(0));
                yield new byte[] {VERIFIED};
            }
            default -> verify(new Fields(request, CERTIFICATE, 2), request.subFunction() == VERIFY_BOTH);
        };
    }

    private static void checkVerify(Request request) {
        Fields fields = new Fields(request, CERTIFICATE, 2);
        boolean challenged = request.subFunction() == VERIFY || fields.field(1).length > 0;
        NegativeResponse.unless(fields.field(0).length > 0 && challenged, Nrc.INCORRECT_LENGTH);
        AuthenticationService.requirePlain(request.at(2));
    }

    private byte[] verify(Fields fields, boolean both) {
        Authentication authentication = AuthenticationService.of(ecu);
        pending = null;
        Certified tester = authentication.judge(fields.field(0));
        byte[] challenge = authentication.challenge();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(OWNERSHIP_NECESSARY);
        Fields.write(challenge, record);
        if (both) {
            Fields.write(authentication.certificate(), record);
            Fields.write(authentication.prove(fields.field(1)), record);
        }
        Fields.write(NOTHING, record);
        pending = new Pending(tester, challenge);
        return record.toByteArray();
    }

    private byte[] prove(Fields fields) {
        Pending asked = pending;
        pending = null;
        if (asked == null || !AuthenticationService.of(ecu).proves(asked.tester, asked.challenge, fields.field(0))) {
            throw new NegativeResponse(Nrc.OWNERSHIP);
        }
        NegativeResponse.unless(fields.field(1).length == 0, Nrc.SESSION_KEY);
        AuthenticationService.grant(ecu, state, asked.tester.role());
        return new byte[] {COMPLETE, 0, 0};
    }

    private record Pending(Certified tester, byte[] challenge) {}
}
