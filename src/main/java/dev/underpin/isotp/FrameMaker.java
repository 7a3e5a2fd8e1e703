package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import java.util.Arrays;

/**
 * Lays protocol data units out in frames (ISO 15765-2:2016, 9.6). Frames as long as the data length all share one object: a transfer
 * allocates nothing for each of them.
 */
final class FrameMaker {
    private static final int CLASSIC_LENGTH = 8;
    private static final int LARGEST_SHORT_FIRST = 0xFFF;

    private final IsoTpAddress address;
    private final IsoTpParameters parameters;
    private final int prefix;
    private byte[] full;
    private CanFrame fullFrame;

    FrameMaker(IsoTpAddress address, IsoTpParameters parameters) {
        this.address = address;
        this.parameters = parameters;
        this.prefix = address.prefix();
        this.full = blank(parameters.txDl());
        this.fullFrame = frame(full);
    }

    /** The frame made last may still be in somebody's hands: later ones must not change it. */
    void renew() {
        full = blank(full.length);
        fullFrame = frame(full);
    }

    /** The longest message that a single frame holds. */
    int singleCapacity() {
        return full.length == CLASSIC_LENGTH ? largestShortSingle() : full.length - 2 - prefix;
    }

    CanFrame single(byte[] message) {
        int header = prefix + (message.length > largestShortSingle() ? 2 : 1);
        byte[] data = room(frameLength(header + message.length));
        data[prefix] = 0;
        data[header - 1] = (byte) message.length;
        return filled(data, header, message, 0, message.length);
    }

    /** How many bytes of a message of {@code length} bytes its first frame holds. */
    int firstCapacity(int length) {
        return full.length - firstHeader(length);
    }

    CanFrame first(byte[] message) {
        int header = firstHeader(message.length);
        if (message.length <= LARGEST_SHORT_FIRST) {
            full[prefix] = (byte) (0x10 | message.length >>> 8);
            full[prefix + 1] = (byte) message.length;
        } else {
            full[prefix] = 0x10;
            full[prefix + 1] = 0;
            for (int i = 0; i < 4; i++) {
                full[prefix + 2 + i] = (byte) (message.length >>> (24 - 8 * i));
            }
        }
        return filled(full, header, message, 0, full.length - header);
    }

    /** How many bytes a consecutive frame holds. */
    int consecutiveCapacity() {
        return full.length - prefix - 1;
    }

    CanFrame consecutive(byte[] message, int offset, int sequence) {
        int header = prefix + 1;
        int length = Math.min(message.length - offset, full.length - header);
        byte[] data = room(frameLength(header + length));
        data[prefix] = (byte) (0x20 | sequence);
        return filled(data, header, message, offset, length);
    }

    CanFrame flowControl(int status) {
        byte[] data = blank(frameLength(prefix + FlowControl.LENGTH));
        data[prefix] = (byte) (0x30 | status);
        data[prefix + 1] = (byte) parameters.blockSize();
        data[prefix + 2] = (byte) parameters.stMin();
        return frame(data);
    }

    /** The longest message whose length a single frame tells in half a byte. */
    private int largestShortSingle() {
        return CLASSIC_LENGTH - 1 - prefix;
    }

    private int firstHeader(int length) {
        return prefix + (length > LARGEST_SHORT_FIRST ? 6 : 2);
    }

    private int frameLength(int used) {
        if (used > CLASSIC_LENGTH) {
            return CanFrame.fdLength(used);
        }
        return parameters.padded() ? CLASSIC_LENGTH : used;
    }

    private byte[] room(int length) {
        return length == full.length ? full : blank(length);
    }

    private CanFrame filled(byte[] data, int header, byte[] message, int offset, int length) {
        System.arraycopy(message, offset, data, header, length);
        Arrays.fill(data, header + length, data.length, (byte) parameters.padding());
        return data.length == full.length ? fullFrame : frame(data);
    }

    /** Data of {@code length} bytes with the address byte, if there is one, and otherwise padding. */
    private byte[] blank(int length) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) parameters.padding());
        if (prefix > 0) {
            data[0] = (byte) address.transmitByte();
        }
        return data;
    }

    private CanFrame frame(byte[] data) {
        return CanFrame.sharing(
                address.transmitId(), address.extended(), parameters.fd(), parameters.bitRateSwitch(), data);
    }
}
