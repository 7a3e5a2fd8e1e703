package dev.underpin.doip;

import dev.underpin.time.Alarm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * An entity's end of one connection (ISO 13400-2:2019 clauses 7.3 to 7.7): header checks, routing activation, alive check,
 * acknowledgements, inactivity. It answers in the version of the protocol in which it was spoken to.
 */
final class DoipSession {
    /** Instead of a tester's address. */
    static final int NOBODY = -1;

    private static final int DIAGNOSTIC_MINIMUM = 5;
    private static final int ALIVE_LENGTH = 2;

    private final DoipEntity entity;
    private final DoipConnection connection;
    private final DoipActivation activation;
    private final AliveCheck alive;
    private final Alarm inactivity;
    /** Answers that came before the acknowledgement of what they answer. */
    private final Deque<Runnable> early = new ArrayDeque<>();

    private int version = DoipMessage.VERSION;
    private int tester = NOBODY;
    private boolean active;
    private boolean taking;

    DoipSession(DoipEntity entity, DoipConnection connection) {
        this.entity = entity;
        this.connection = connection;
        activation = new DoipActivation(entity, this, connection);
        alive = new AliveCheck(
                entity.scheduler(),
                entity.timing().aliveCheck(),
                () -> send(DoipMessage.of(DoipType.ALIVE_CHECK_REQUEST)),
                this::close);
        inactivity = entity.scheduler().alarm(this::close);
        inactivity.in(entity.timing().initialInactivity());
        connection.listen(this::received, reason -> ended());
    }

    /** Sends a target's message to the tester; false when the connection is gone. */
    boolean answer(int source, byte[] message, Runnable sent) {
        if (!connection.isOpen() || !active) {
            return false;
        }
        busy();
        DoipMessage answer = DoipMessage.diagnostic(source, tester, message).in(version);
        if (taking) {
            early.add(() -> connection.send(answer, sent));
        } else {
            connection.send(answer, sent);
        }
        return true;
    }

    String remoteHost() {
        return connection.remote().host();
    }

    boolean isRegistered() {
        return tester != NOBODY;
    }

    boolean isRegisteredFor(int address) {
        return tester == address;
    }

    void register(int address) {
        tester = address;
    }

    void unregister() {
        tester = NOBODY;
        active = false;
    }

    boolean isActive() {
        return active;
    }

    void activate() {
        active = true;
        busy();
    }

    /** Asks the tester whether it is alive; {@code answer} is false after its connection was closed for it. */
    void checkAlive(Consumer<Boolean> answer) {
        alive.make(answer);
    }

    void send(DoipMessage message) {
        connection.send(message.in(version));
    }

    void close() {
        connection.close();
        ended();
    }

    /** Something passed on the connection: the time of inactivity begins anew. */
    void busy() {
        inactivity.in(entity.timing().generalInactivity());
    }

    private void received(DoipMessage message) {
        if (!message.hasPattern()) {
            refuse(DoipCode.HEADER_INCORRECT_PATTERN);
            return;
        }
        version = message.version();
        if (!DoipType.TO_ENTITY_OVER_TCP.contains(message.type())) {
            send(DoipMessage.headerNack(DoipCode.HEADER_UNKNOWN_TYPE));
        } else if (message.length() > entity.limits().data()) {
            send(DoipMessage.headerNack(DoipCode.HEADER_TOO_LARGE));
        } else if (message.length() > entity.freeMemory()) {
            send(DoipMessage.headerNack(DoipCode.HEADER_OUT_OF_MEMORY));
        } else if (!message.isWhole() || !fits(message.type(), message.payload().length)) {
            refuse(DoipCode.HEADER_INVALID_LENGTH);
        } else {
            dispatch(message);
        }
    }

    private static boolean fits(int type, int length) {
        return switch (type) {
            case DoipType.ROUTING_ACTIVATION_REQUEST ->
                length == ActivationRequest.LENGTH || length == ActivationRequest.LENGTH_WITH_OEM;
            case DoipType.ALIVE_CHECK_RESPONSE -> length == ALIVE_LENGTH;
            default -> length >= DIAGNOSTIC_MINIMUM;
        };
    }

    private void dispatch(DoipMessage message) {
        switch (message.type()) {
            case DoipType.ROUTING_ACTIVATION_REQUEST -> activation.asked(message, tester);
            case DoipType.ALIVE_CHECK_RESPONSE -> isAlive(message);
            default -> diagnostic(message);
        }
    }

    /** An answer to an alive check, or a sign of life that nobody asked for; another tester's address is neither. */
    private void isAlive(DoipMessage message) {
        if (isRegisteredFor(message.source())) {
            busyIfActive();
            alive.end(true);
        }
    }

    private void diagnostic(DoipMessage message) {
        if (!isRegisteredFor(message.source())) {
            acknowledge(message, DoipCode.DIAGNOSTIC_INVALID_SOURCE);
            close();
            return;
        }
        busyIfActive();
        taking = true;
        int code = active ? entity.take(this, message) : DoipCode.DIAGNOSTIC_TARGET_UNREACHABLE;
        taking = false;
        acknowledge(message, code);
        while (!early.isEmpty()) {
            early.remove().run();
        }
    }

    private void acknowledge(DoipMessage message, int code) {
        send(DoipMessage.acknowledgement(message, code, entity.limits().echo()));
    }

    private void busyIfActive() {
        if (active) {
            busy();
        }
    }

    private void refuse(int code) {
        send(DoipMessage.headerNack(code));
        close();
    }

    private void ended() {
        inactivity.cancel();
        entity.closed(this);
        alive.end(false);
    }
}
