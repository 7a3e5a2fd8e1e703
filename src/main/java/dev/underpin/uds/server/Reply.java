package dev.underpin.uds.server;

import java.util.function.UnaryOperator;

/** The server's own side of an {@link Answer}. */
interface Reply extends Answer {
    /** Sets what happens once the positive response has left, or would have left were it not suppressed. */
    void afterwards(Runnable action);

    /**
     * An answer to hand to the ECU: its positive record passes through {@code completion} on its way, unless the request was given
     * up or answered before.
     */
    Answer through(UnaryOperator<byte[]> completion);
}
