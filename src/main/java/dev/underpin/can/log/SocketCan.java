package dev.underpin.can.log;

import static dev.underpin.history.FrameLog.FLAG_BRS;
import static dev.underpin.history.FrameLog.FLAG_ESI;
import static dev.underpin.history.FrameLog.FLAG_FD;
import static dev.underpin.history.FrameLog.ID_ERROR;
import static dev.underpin.history.FrameLog.ID_EXTENDED;
import static dev.underpin.history.FrameLog.ID_REMOTE;

import dev.underpin.can.CanFrame;

/** Between frames and the form that SocketCAN gives them: a 32-bit identifier with flags, FD flags, octets (linux/can.h). */
public final class SocketCan {
    public static final int MAX_CLASSIC = 8;
    static final int MAX_FD = 64;
    private static final int EXTENDED_MASK = 0x1FFF_FFFF;
    private static final int BASE_MASK = 0x7FF;

    private SocketCan() {}

    /** The identifier with its flags: bit 31 a 29-bit identifier, bit 30 a remote frame. */
    public static int id(CanFrame frame) {
        return frame.id() | (frame.extended() ? ID_EXTENDED : 0) | (frame.remote() ? ID_REMOTE : 0);
    }

    static int id(ErrorFrame error) {
        return error.classes() | ID_ERROR;
    }

    /** The flags of a CAN FD frame, 0 of a classical one: 1 bit-rate switch, 2 error state indicator, 4 CAN FD. */
    public static int flags(CanFrame frame) {
        return (frame.fd() ? FLAG_FD : 0) | (frame.bitRateSwitch() ? FLAG_BRS : 0) | (frame.esi() ? FLAG_ESI : 0);
    }

    /** The octets that SocketCAN gives a frame; a remote frame has as many zeros as it asks for. */
    public static byte[] data(CanFrame frame) {
        return frame.remote() ? new byte[Math.min(frame.dlc(), MAX_CLASSIC)] : frame.data();
    }

    /** The raw data length code where it is above 8 in a classical frame, else 0 (len8_dlc). */
    public static int rawDlc(CanFrame frame) {
        return !frame.fd() && frame.dlc() > MAX_CLASSIC ? frame.dlc() : 0;
    }

    /** The inverse of {@link #id}, {@link #flags}, {@link #rawDlc} and {@link #data}; at {@code place} when no frame is like that. */
    static LogEntry entry(
            Place place, long at, String channel, Direction direction, int id, int flags, int rawDlc, byte[] data) {
        if ((id & ID_ERROR) != 0) {
            limit(place, data.length, MAX_CLASSIC, "an error frame");
            return new LoggedError(at, channel, ErrorFrame.of(id & EXTENDED_MASK, data));
        }
        return new LoggedFrame(at, channel, direction, frame(place, id, flags, rawDlc, data));
    }

    /** The data or remote frame of these parts; at {@code place} when no frame is like that. */
    public static CanFrame frame(Place place, int id, int flags, int rawDlc, byte[] data) {
        boolean extended = (id & ID_EXTENDED) != 0;
        int identifier = id & EXTENDED_MASK;
        if (!extended && identifier > BASE_MASK) {
            throw place.wrong("an identifier of 11 bits, up to 7FF", "%X".formatted(identifier));
        }
        if ((flags & FLAG_FD) != 0) {
            return fd(place, identifier, extended, (id & ID_REMOTE) != 0, flags, data);
        }
        limit(place, data.length, MAX_CLASSIC, "a classical frame");
        boolean raw = rawDlc > MAX_CLASSIC && rawDlc <= 15 && data.length == MAX_CLASSIC;
        if ((id & ID_REMOTE) != 0) {
            return CanFrame.remote(identifier, extended, raw ? rawDlc : data.length);
        }
        CanFrame frame = extended ? CanFrame.extended(identifier, data) : CanFrame.classic(identifier, data);
        return raw ? frame.withRawDlc(rawDlc) : frame;
    }

    private static CanFrame fd(Place place, int id, boolean extended, boolean remote, int flags, byte[] data) {
        if (remote) {
            throw place.wrong("a data frame, as CAN FD has no other", "a remote frame");
        }
        limit(place, data.length, MAX_FD, "a CAN FD frame");
        if (CanFrame.fdLength(data.length) != data.length) {
            throw place.wrong("0..8, 12, 16, 20, 24, 32, 48 or 64 bytes of a CAN FD frame", data.length + " bytes");
        }
        return CanFrame.fd(id, extended, (flags & FLAG_BRS) != 0, data).withEsi((flags & FLAG_ESI) != 0);
    }

    private static void limit(Place place, int length, int most, String what) {
        if (length > most) {
            throw place.wrong("at most %d bytes in %s".formatted(most, what), length + " bytes");
        }
    }
}
