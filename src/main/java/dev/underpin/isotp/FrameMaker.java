package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import java.util.Arrays;

/** Lays protocol data units out in frames (ISO 15765-2:2016, 9.6). */
final class FrameMaker {
    private static final int CLASSIC_LENGTH = 8;
    private static final int LARGEST_SHORT_SINGLE = 7;
    private static final int LARGEST_SHORT_FIRST = 0xFFF;

    private final IsoTpAddress address;
    private final IsoTpParameters parameters;
    private final byte[] full;

    FrameMaker(IsoTpAddress address, IsoTpParameters parameters) {
        this.address = address;
        this.parameters = parameters;
        this.full = new byte[parameters.txDl()];
    }

    /** The longest message that a single frame holds. */
    int singleCapacity() {
        return parameters.txDl() == CLASSIC_LENGTH ? LARGEST_SHORT_SINGLE : parameters.txDl() - 2;
    }

    CanFrame single(byte[] message) {
        boolean escaped = message.length > LARGEST_SHORT_SINGLE;
        int header = escaped ? 2 : 1;
        byte[] data = new byte[frameLength(header + message.length)];
        data[header - 1] = (byte) message.length;
        return filled(data, header, message, 0, message.length);
    }

    /** How many bytes of a message of {@code length} bytes its first frame holds. */
    int firstCapacity(int length) {
        return full.length - firstHeader(length);
    }

    CanFrame first(byte[] message) {
        int header = firstHeader(message.length);
        if (header == 2) {
            full[0] = (byte) (0x10 | message.length >>> 8);
            full[1] = (byte) message.length;
        } else {
            full[0] = 0x10;
            full[1] = 0;
            putLength(message.length);
        }
        return filled(full, header, message, 0, full.length - header);
    }

    /** How many bytes a consecutive frame holds. */
    int consecutiveCapacity() {
        return full.length - 1;
    }

    CanFrame consecutive(byte[] message, int offset, int sequence) {
        int length = Math.min(message.length - offset, full.length - 1);
        byte[] data = length == full.length - 1 ? full : new byte[frameLength(1 + length)];
        data[0] = (byte) (0x20 | sequence);
        return filled(data, 1, message, offset, length);
    }

    CanFrame flowControl(int status) {
        byte[] data = new byte[frameLength(FlowControl.LENGTH)];
        Arrays.fill(data, (byte) parameters.padding());
        data[0] = (byte) (0x30 | status);
        data[1] = (byte) parameters.blockSize();
        data[2] = (byte) parameters.stMin();
        return frame(data);
    }

    private static int firstHeader(int length) {
        return length > LARGEST_SHORT_FIRST ? 6 : 2;
    }

    private void putLength(int length) {
        for (int i = 0; i < 4; i++) {
            full[2 + i] = (byte) (length >>> (24 - 8 * i));
        }
    }

    private int frameLength(int used) {
        if (used > CLASSIC_LENGTH) {
            return CanFrame.fdLength(used);
        }
        return parameters.padded() ? CLASSIC_LENGTH : used;
    }

    private CanFrame filled(byte[] data, int header, byte[] message, int offset, int length) {
        System.arraycopy(message, offset, data, header, length);
        Arrays.fill(data, header + length, data.length, (byte) parameters.padding());
        return frame(data);
    }

    private CanFrame frame(byte[] data) {
        int id = address.transmitId();
        if (parameters.fd()) {
            return CanFrame.fd(id, address.extended(), parameters.bitRateSwitch(), data);
        }
        return address.extended() ? CanFrame.extended(id, data) : CanFrame.classic(id, data);
    }
}
