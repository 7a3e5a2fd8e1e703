package dev.underpin.isotp;

import dev.underpin.can.CanFrame;

/** The message that a receiver is putting together (ISO 15765-2:2016, 9.6.3 and 9.6.4). */
final class Assembly {
    private static final byte[] NOTHING = {};

    private final int header;
    private byte[] message = NOTHING;
    private int received;
    private int sequence;
    private int frameLength;

    Assembly(IsoTpAddress address) {
        this.header = address.prefix() + 1;
    }

    /**
     * Begins with a first frame.
     *
     * @param from where its data begin
     * @param room where the message goes; as long as the message
     */
    void begin(CanFrame frame, int from, byte[] room) {
        message = room;
        frameLength = frame.length();
        received = frameLength - from;
        frame.copy(from, message, 0, received);
        sequence = 0;
    }

    /** Whether a consecutive frame has the right length: all but the last one are as long as the first frame (9.5.5). */
    boolean fits(CanFrame frame) {
        int left = message.length - received;
        return left > frameLength - header
                ? frame.length() == frameLength
                : frame.length() <= frameLength && frame.length() - header >= left;
    }

    /** Takes a consecutive frame; false when its sequence number is not the next one (9.6.4.4). */
    boolean take(CanFrame frame) {
        sequence = (sequence + 1) & 0xf;
        if ((frame.at(header - 1) & 0xf) != sequence) {
            return false;
        }
        int length = Math.min(message.length - received, frame.length() - header);
        frame.copy(header, message, received, length);
        received += length;
        return true;
    }

    boolean complete() {
        return received == message.length;
    }

    byte[] message() {
        return message;
    }

    void clear() {
        message = NOTHING;
    }
}
