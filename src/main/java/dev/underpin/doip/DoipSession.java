package dev.underpin.doip;

import dev.underpin.time.Alarm;

/** An entity's end of one connection: header checks, routing activation, acknowledgements, inactivity. */
final class DoipSession {
    private static final int NOT_ACTIVATED = -1;
    private static final int MAX_PAYLOAD = 1 << 20;
    private static final int ACTIVATION_LENGTH = 7;
    private static final int DIAGNOSTIC_MINIMUM = 5;
    private static final int DEFAULT_ACTIVATION = 0x00;

    private final DoipEntity entity;
    private final DoipConnection connection;
    private final Alarm inactivity;
    private int tester = NOT_ACTIVATED;

    DoipSession(DoipEntity entity, DoipConnection connection) {
        this.entity = entity;
        this.connection = connection;
        inactivity = entity.scheduler().alarm(this::close);
        inactivity.in(entity.timing().initialInactivity());
        connection.listen(this::received, reason -> ended());
    }

    /** Sends a target's message to the tester; false when the connection is gone. */
    boolean answer(int source, byte[] message, Runnable sent) {
        if (!connection.isOpen() || tester == NOT_ACTIVATED) {
            return false;
        }
        active();
        connection.send(DoipMessage.diagnostic(source, tester, message), sent);
        return true;
    }

    private void received(DoipMessage message) {
        if (!message.hasPattern()) {
            refuse(DoipCode.HEADER_INCORRECT_PATTERN);
        } else if (message.length() > MAX_PAYLOAD) {
            connection.send(DoipMessage.headerNack(DoipCode.HEADER_TOO_LARGE));
        } else {
            dispatch(message);
        }
    }

    private void dispatch(DoipMessage message) {
        switch (message.type()) {
            case DoipType.ROUTING_ACTIVATION_REQUEST -> activation(message);
            case DoipType.DIAGNOSTIC_MESSAGE -> diagnostic(message);
            default -> connection.send(DoipMessage.headerNack(DoipCode.HEADER_UNKNOWN_TYPE));
        }
    }

    private void activation(DoipMessage message) {
        int length = message.payload().length;
        if (length != message.length() || (length != ACTIVATION_LENGTH && length != ACTIVATION_LENGTH + 4)) {
            refuse(DoipCode.HEADER_INVALID_LENGTH);
            return;
        }
        int code = activationCode(message);
        connection.send(DoipMessage.activationResponse(message.source(), entity.address(), code));
        if (code == DoipCode.ACTIVATION_DONE) {
            tester = message.source();
            active();
        } else {
            close();
        }
    }

    private int activationCode(DoipMessage message) {
        if (!entity.allows(message.source())) {
            return DoipCode.ACTIVATION_UNKNOWN_SOURCE;
        }
        if (tester != NOT_ACTIVATED && tester != message.source()) {
            return DoipCode.ACTIVATION_SOURCE_DIFFERS;
        }
        boolean supported = message.payload()[2] == DEFAULT_ACTIVATION;
        return supported ? DoipCode.ACTIVATION_DONE : DoipCode.ACTIVATION_UNSUPPORTED_TYPE;
    }

    private void diagnostic(DoipMessage message) {
        int length = message.payload().length;
        if (length != message.length() || length < DIAGNOSTIC_MINIMUM) {
            refuse(DoipCode.HEADER_INVALID_LENGTH);
        } else if (message.source() != tester) {
            acknowledge(message, DoipCode.DIAGNOSTIC_INVALID_SOURCE);
            close();
        } else {
            active();
            int code = entity.check(message.target());
            acknowledge(message, code);
            if (code == DoipCode.DIAGNOSTIC_ACKNOWLEDGED) {
                entity.accept(this, message.target(), message.userData());
            }
        }
    }

    private void acknowledge(DoipMessage message, int code) {
        int type = code == DoipCode.DIAGNOSTIC_ACKNOWLEDGED ? DoipType.DIAGNOSTIC_ACK : DoipType.DIAGNOSTIC_NACK;
        connection.send(DoipMessage.acknowledgement(
                type, /* source= */ message.target(), /* target= */ message.source(), code));
    }

    private void active() {
        inactivity.in(entity.timing().generalInactivity());
    }

    private void refuse(int code) {
        connection.send(DoipMessage.headerNack(code));
        close();
    }

    private void close() {
        connection.close();
        ended();
    }

    private void ended() {
        inactivity.cancel();
        entity.closed(this);
    }
}
