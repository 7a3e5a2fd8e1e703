package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A passive listener that puts together the messages sent under one identifier, from the frames seen on the bus. It takes no part in
 * the conversation and shares no code with the endpoints; of a conversation that breaks off it tells nothing.
 *
 * <p>Confined to one thread.
 */
public final class IsoTpSniffer {
    /** Hears the messages that were sent completely. */
    @FunctionalInterface
    public interface Heard {
        /** A message ended with the frame that ended at {@code at} (vehicle time, nanoseconds). */
        void message(long at, byte[] message);
    }

    private final int id;
    private final boolean extended;
    private final Heard heard;
    private byte[] partial = new byte[64];
    private int filled;
    private int awaited;
    private int nextNumber;

    /** Listens to the 11-bit identifier {@code id}. */
    public IsoTpSniffer(int id, Heard heard) {
        this(id, false, heard);
    }

    /** Listens to the identifier {@code id}, of 29 bits if {@code extended}. */
    public IsoTpSniffer(int id, boolean extended, Heard heard) {
        this.id = id;
        this.extended = extended;
        this.heard = heard;
    }

    /** Shows it a frame of the bus that ended at {@code at} (vehicle time, nanoseconds); other identifiers are passed over. */
    public void frame(long at, CanFrame frame) {
        if (frame.id() != id || frame.extended() != extended || frame.remote()) {
            return;
        }
        byte[] bytes = frame.data();
        if (bytes.length < 2) {
            return;
        }
        switch (bytes[0] & 0xF0) {
            case 0x00 -> whole(at, bytes);
            case 0x10 -> opening(bytes);
            case 0x20 -> continuation(at, bytes);
            default -> {}
        }
    }

    private void whole(long at, byte[] bytes) {
        boolean escaped = bytes.length > 8;
        int start = escaped ? 2 : 1;
        int size = bytes[start - 1] & 0xFF;
        if (size > 0 && start + size <= bytes.length && (!escaped || bytes[0] == 0)) {
            awaited = 0;
            heard.message(at, Arrays.copyOfRange(bytes, start, start + size));
        }
    }

    private void opening(byte[] bytes) {
        if (bytes.length < 8) {
            return;
        }
        int size = (bytes[0] & 0x0F) * 256 + (bytes[1] & 0xFF);
        int start = 2;
        if (size == 0) {
            size = ByteBuffer.wrap(bytes).getInt(2);
            start = 6;
        }
        if (size > bytes.length - start) {
            awaited = size;
            filled = 0;
            nextNumber = 1;
            take(bytes, start);
        }
    }

    private void continuation(long at, byte[] bytes) {
        if (awaited == 0) {
            return;
        }
        if ((bytes[0] & 0x0F) != nextNumber) {
            awaited = 0;
            return;
        }
        nextNumber = (nextNumber + 1) % 16;
        take(bytes, 1);
        if (filled == awaited) {
            awaited = 0;
            heard.message(at, Arrays.copyOf(partial, filled));
        }
    }

    private void take(byte[] bytes, int start) {
        int size = Math.min(bytes.length - start, awaited - filled);
        if (filled + size > partial.length) {
            partial = Arrays.copyOf(partial, 2 * (filled + size));
        }
        System.arraycopy(bytes, start, partial, filled, size);
        filled += size;
    }
}
