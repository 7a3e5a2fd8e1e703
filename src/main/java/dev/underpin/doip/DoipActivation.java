package dev.underpin.doip;

/**
 * Routing activation on one socket (ISO 13400-2:2019 clause 7.5, "routing activation handler"): tester address, activation type, TLS, a
 * socket to register it on, authentication, confirmation, in this order. Every denial but that for missing authentication closes the
 * socket.
 */
final class DoipActivation {

    private final DoipEntity entity;
    private final DoipSession session;
    private final DoipConnection connection;
    private boolean deciding;
    private boolean asking;

    DoipActivation(DoipEntity entity, DoipSession session, DoipConnection connection) {
        this.entity = entity;
        this.session = session;
        this.connection = connection;
    }

    /** A routing activation came on the socket, on which {@code registered} is registered or {@link DoipSession#NOBODY}. */
    void asked(DoipMessage message, int registered) {
        ActivationRequest request = ActivationRequest.of(message, connection);
        ActivationRules rules = entity.rules();
        if (!rules.testers().test(request.tester())) {
            deny(request, DoipCode.ACTIVATION_UNKNOWN_SOURCE);
        } else if (registered != DoipSession.NOBODY && registered != request.tester()) {
            deny(request, DoipCode.ACTIVATION_SOURCE_DIFFERS);
        } else if (!rules.types().contains(request.type())) {
            deny(request, DoipCode.ACTIVATION_UNSUPPORTED_TYPE);
        } else if (rules.secured().contains(request.type()) && !request.secured()) {
            deny(request, DoipCode.ACTIVATION_TLS_REQUIRED);
        } else if (registered == request.tester()) {
            registered(request);
        } else if (!deciding) {
            deciding = true;
            entity.sockets().register(session, request.tester(), code -> decided(request, code));
        }
    }

    private void decided(ActivationRequest request, int code) {
        deciding = false;
        if (code == DoipCode.ACTIVATION_DONE) {
            registered(request);
        } else {
            deny(request, code);
        }
    }

    private void registered(ActivationRequest request) {
        ActivationRules rules = entity.rules();
        if (!rules.authentic().test(request)) {
            session.unregister();
            respond(request, DoipCode.ACTIVATION_NOT_AUTHENTICATED);
        } else if (session.isActive() || !rules.confirmed().test(request)) {
            activate(request);
        } else {
            respond(request, DoipCode.ACTIVATION_TO_BE_CONFIRMED);
            ask(request);
        }
    }

    private void ask(ActivationRequest request) {
        if (!asking) {
            asking = true;
            session.busy();
            entity.rules().confirmation().ask(request, yes -> {
                asking = false;
                if (!connection.isOpen()) {
                    return;
                }
                if (yes) {
                    activate(request);
                } else {
                    deny(request, DoipCode.ACTIVATION_REJECTED);
                }
            });
        }
    }

    private void activate(ActivationRequest request) {
        session.activate();
        respond(request, DoipCode.ACTIVATION_DONE);
    }

    private void deny(ActivationRequest request, int code) {
        respond(request, code);
        session.close();
    }

    private void respond(ActivationRequest request, int code) {
        session.send(DoipMessage.activationResponse(request.tester(), entity.address(), code));
    }
}
