package dev.underpin.isotp;

import dev.underpin.can.CanFrame;

/**
 * A passive listener that puts together the messages sent under one identifier, from the frames seen on the bus. It takes no part in
 * the conversation and shares no code with the endpoints.
 */
public final class IsoTpSniffer {
    /** Hears the messages that were sent completely. */
    @FunctionalInterface
    public interface Heard {
        /** A message ended with the frame that ended at {@code at} (vehicle time, nanoseconds). */
        void message(long at, byte[] message);
    }

    /** Listens to the 11-bit identifier {@code id}. */
    public IsoTpSniffer(int id, Heard heard) {
        this(id, false, heard);
    }

    public IsoTpSniffer(int id, boolean extended, Heard heard) {}

    /** Shows it a frame of the bus that ended at {@code at} (vehicle time, nanoseconds); frames with other identifiers are passed over. */
    public void frame(long at, CanFrame frame) {
        throw new UnsupportedOperationException();
    }
}
