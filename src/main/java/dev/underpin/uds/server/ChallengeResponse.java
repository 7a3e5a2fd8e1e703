package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Authentication.Certified;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Authentication by challenge and response with asymmetric keys (0x29): 05 asks for a challenge, 06 brings the tester's proof, 07 asks for the
 * ECU's besides. The tester is the one whose certificate the ECU keeps. Each challenge is good for one proof.
 */
final class ChallengeResponse {
    private static final int REQUEST = 0x05;
    private static final int VERIFY_BOTH = 0x07;
    private static final int ACCEPTED = 0x00;
    private static final int COMPLETE = 0x12;
    private static final int ALGORITHM = 16;
    private static final int PROOF = 2 + ALGORITHM;
    private static final byte[] NOTHING = {};

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private byte @Nullable [] pending;

    ChallengeResponse(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    void forget() {
        pending = null;
    }

    void check(Request request) {
        if (request.subFunction() == REQUEST) {
            request.requireLength(3 + ALGORITHM);
            AuthenticationService.requirePlain(request.at(2));
            requireAlgorithm(request, 3);
        } else {
            request.requireAtLeast(PROOF);
            Fields fields = new Fields(request, PROOF, 3);
            boolean challenged = request.subFunction() != VERIFY_BOTH || fields.field(1).length > 0;
            NegativeResponse.unless(challenged, Nrc.INCORRECT_LENGTH);
            NegativeResponse.unless(pending != null, Nrc.SEQUENCE_ERROR);
            requireAlgorithm(request, 2);
        }
    }

    byte[] serve(Request request) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        if (request.subFunction() == REQUEST) {
            tester();
            byte[] challenge = AuthenticationService.of(ecu).challenge();
            pending = challenge;
            record.write(ACCEPTED);
            record.writeBytes(AuthenticationService.of(ecu).algorithm());
            Fields.write(challenge, record);
        } else {
            verify(new Fields(request, PROOF, 3), request.subFunction() == VERIFY_BOTH, record);
        }
        Fields.write(NOTHING, record);
        return record.toByteArray();
    }

    private void verify(Fields fields, boolean both, ByteArrayOutputStream record) {
        Authentication authentication = AuthenticationService.of(ecu);
        byte[] challenge = pending;
        pending = null;
        Certified tester = tester();
        if (challenge == null || !authentication.proves(tester, challenge, fields.field(0))) {
            throw new NegativeResponse(Nrc.OWNERSHIP);
        }
        record.write(COMPLETE);
        record.writeBytes(authentication.algorithm());
        if (both) {
            Fields.write(authentication.prove(fields.field(1)), record);
        }
        AuthenticationService.grant(ecu, state, tester.role());
    }

    private Certified tester() {
        Certified tester = AuthenticationService.of(ecu).kept();
        if (tester == null) {
            throw new NegativeResponse(Nrc.CONDITIONS_NOT_CORRECT);
        }
        return tester;
    }

    private void requireAlgorithm(Request request, int index) {
        byte[] asked = Arrays.copyOfRange(request.message(), index, index + ALGORITHM);
        boolean known = Arrays.equals(asked, AuthenticationService.of(ecu).algorithm());
        NegativeResponse.unless(known, Nrc.CONFIGURATION_DATA);
    }
}
