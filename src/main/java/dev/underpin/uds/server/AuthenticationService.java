package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/**
 * 0x29 (ISO 14229-1:2020 clause 10.6): 00 ends the authentication; 01 to 03 exchange certificates, 04 leaves one behind; 05 to 07
 * challenge and response; 08 tells the method (02, certificate exchange). The role lasts until the session is left.
 */
final class AuthenticationService implements Service {
    private static final int END = 0x00;
    private static final int CONFIGURATION = 0x08;
    private static final byte CERTIFICATE_EXCHANGE = 0x02;
    private static final byte ENDED = 0x10;

    private final ServerState state;
    private final CertificateExchange certificates;
    private final ChallengeResponse challenges;

    AuthenticationService(EcuDiagnostics ecu, ServerState state) {
        this.state = state;
        certificates = new CertificateExchange(ecu, state);
        challenges = new ChallengeResponse(ecu, state);
        state.onLeave(next -> forget());
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return subFunction <= CONFIGURATION;
    }

    @Override
    public void check(Request request) {
        switch (request.subFunction()) {
            case END, CONFIGURATION -> request.requireLength(2);
            default -> {
                if (!certificates.check(request)) {
                    challenges.check(request);
                }
            }
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        switch (request.subFunction()) {
            case END -> {
                state.role("");
                forget();
                reply.positive(ENDED);
            }
            case CONFIGURATION -> reply.positive(CERTIFICATE_EXCHANGE);
            default -> {
                byte[] record = certificates.has(request) ? certificates.serve(request) : challenges.serve(request);
                reply.positive(record);
            }
        }
    }

    private void forget() {
        certificates.forget();
        challenges.forget();
    }

    /** Gives a tester that has proved itself the rights of its role. */
    static void grant(EcuDiagnostics ecu, ServerState state, String role) {
        NegativeResponse.unlessPositive(of(ecu).grants(role));
        state.role(role);
    }

    static Authentication of(EcuDiagnostics ecu) {
        Authentication authentication = ecu.authentication();
        if (authentication == null) {
            throw new NegativeResponse(Nrc.SERVICE_NOT_SUPPORTED);
        }
        return authentication;
    }

    /** Communication configuration 00 alone is supported: nothing that follows is secured by keys made here. */
    static void requirePlain(int communicationConfiguration) {
        NegativeResponse.unless(communicationConfiguration == 0, Nrc.CONFIGURATION_DATA);
    }
}
