package dev.underpin.uds;

import java.util.function.Consumer;

/** A tester's way to one ECU, whatever carries it (ISO-TP on CAN, DoIP). Threading: the scheduler's thread. */
public interface TesterLink {
    /**
     * Sends one request message.
     *
     * @param sent runs when the last byte left
     * @param failed gets the transport's result code and words when it could not be sent
     */
    void send(byte[] request, Runnable sent, Consumer<String> failed);

    /** Sets who gets the ECU's messages; {@code started} runs when a segmented message begins, {@code message} when it is complete. */
    void listen(Runnable started, Consumer<byte[]> message);
}
