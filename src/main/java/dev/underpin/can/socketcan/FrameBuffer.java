package dev.underpin.can.socketcan;

import static dev.underpin.history.FrameLog.FLAG_FD;
import static dev.underpin.history.FrameLog.ID_ERROR;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.SocketCan;
import dev.underpin.mistake.UserMistake;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A frame as the kernel reads and writes it: {@code struct can_frame} of 16 octets, {@code struct canfd_frame} of 72 (linux/can.h).
 * Octets 0..3 identifier with flags, in the machine's order; 4 length; 5 FD flags; 7 raw data length code above 8; 8.. data.
 */
final class FrameBuffer {
    private static final int CLASSIC_SIZE = 16;
    private static final int FD_SIZE = 72;
    private static final int LENGTH = 4;
    private static final int FLAGS = 5;
    private static final int RAW_DLC = 7;
    private static final int DATA = 8;

    private final ByteBuffer octets = ByteBuffer.allocateDirect(FD_SIZE).order(ByteOrder.nativeOrder());

    /** The same octets, the first one lowest in a number. */
    private final ByteBuffer inOrder = octets.duplicate().order(ByteOrder.LITTLE_ENDIAN);

    /** Room for the next frame to read. */
    ByteBuffer empty() {
        return octets.clear();
    }

    /** The octets of {@code frame}, to write. */
    ByteBuffer of(CanFrame frame) {
        int size = frame.fd() ? FD_SIZE : CLASSIC_SIZE;
        int length = frame.remote() ? Math.min(frame.dlc(), SocketCan.MAX_CLASSIC) : frame.length();
        octets.clear().limit(size);
        octets.putInt(0, SocketCan.id(frame));
        inOrder.putInt(LENGTH, length | SocketCan.flags(frame) << 8 | SocketCan.rawDlc(frame) << 24);
        for (int at = 0; at < size - DATA; at += Long.BYTES) {
            inOrder.putLong(DATA + at, eight(frame, at));
        }
        return octets;
    }

    /** Eight bytes of data, zeros where there are fewer, the first one lowest. */
    private static long eight(CanFrame frame, int from) {
        long bytes = 0;
        for (int i = Math.min(frame.length() - from, Long.BYTES) - 1; i >= 0; i--) {
            bytes = bytes << Byte.SIZE | frame.at(from + i);
        }
        return bytes;
    }

    /** Whether what was read, {@code size} octets, is what {@code written} holds, octet by octet. */
    boolean isLike(FrameBuffer written, int size) {
        if (size != written.octets.limit()) {
            return false;
        }
        for (int at = 0; at < size; at += Long.BYTES) {
            if (octets.getLong(at) != written.octets.getLong(at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether what was read is an error frame. */
    boolean isError() {
        return (octets.getInt(0) & ID_ERROR) != 0;
    }

    /** The error frame that was read. */
    ErrorFrame error() {
        return ErrorFrame.of(octets.getInt(0), data());
    }

    /**
     * The data or remote frame that was read; empty when no controller can have sent it, such as a CAN FD frame of 9 bytes, which a
     * virtual interface carries.
     *
     * @param size how many octets were read
     */
    Optional<CanFrame> frame(int size) {
        boolean fd = size == FD_SIZE;
        int flags = fd ? octets.get(FLAGS) | FLAG_FD : 0;
        try {
            return Optional.of(SocketCan.frame(
                    FrameBuffer::malformed, octets.getInt(0), flags, fd ? 0 : octets.get(RAW_DLC), data()));
        } catch (UserMistake malformed) {
            return Optional.empty();
        }
    }

    private static UserMistake malformed(String expected, String found) {
        return UserMistake.saying("expected %s, found %s".formatted(expected, found));
    }

    private byte[] data() {
        byte[] data = new byte[Math.min(octets.get(LENGTH), FD_SIZE - DATA)];
        octets.get(DATA, data);
        return data;
    }
}
