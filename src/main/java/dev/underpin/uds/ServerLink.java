package dev.underpin.uds;

/** An ECU's way to its testers, whatever carries it. Threading: the scheduler's thread. */
public interface ServerLink {
    /** Sends one response message; {@code done} runs when it was sent or given up. */
    void send(byte[] response, Runnable done);

    /** Sends a message that answers no request (service 0x86) to the tester that asked last. */
    default void sendUnasked(byte[] message, Runnable done) {
        send(message, done);
    }

    /** Sends a periodic message (service 0x2A): like any other, or on a way of its own. */
    default void sendPeriodic(byte[] message, Runnable done) {
        sendUnasked(message, done);
    }

    /**
     * Said by a server while it is told of a request: it serves this one, and what it sends from now on answers it, until it says so again. Requests that
     * it refuses as busy or passes over meanwhile change nothing about where its answers go.
     */
    default void serving() {}

    /** Sets who gets the requests. */
    void listen(Listener listener);

    /** Gets requests. */
    interface Listener {
        /** A request is complete. {@code functional}: it was addressed to all ECUs. */
        void request(byte[] message, boolean functional);
    }
}
