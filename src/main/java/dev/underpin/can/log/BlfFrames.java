package dev.underpin.can.log;

import static dev.underpin.history.FrameLog.FLAG_BRS;
import static dev.underpin.history.FrameLog.FLAG_ESI;
import static dev.underpin.history.FrameLog.FLAG_FD;
import static dev.underpin.history.FrameLog.ID_EXTENDED;
import static dev.underpin.history.FrameLog.ID_REMOTE;

import dev.underpin.can.CanFrame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the objects of a BLF log that hold frames, from behind their headers. */
final class BlfFrames {
    private static final int CAN_CORE = 2;

    private final ChannelNames names;

    BlfFrames(ChannelNames names) {
        this.names = names;
    }

    static boolean knows(int type) {
        return switch (type) {
            case BlfFormat.CAN_MESSAGE,
                    BlfFormat.CAN_MESSAGE2,
                    BlfFormat.CAN_FD_MESSAGE,
                    BlfFormat.CAN_FD_MESSAGE_64,
                    BlfFormat.CAN_ERROR,
                    BlfFormat.CAN_ERROR_EXT,
                    BlfFormat.CAN_FD_ERROR_64 -> true;
            default -> false;
        };
    }

    /** The entry of an object of a {@linkplain #knows known} type; null when it is no frame on the bus. */
    @Nullable
    LogEntry entry(Place place, int type, long at, ByteBuffer body) {
        return switch (type) {
            case BlfFormat.CAN_FD_MESSAGE -> fd(place, at, sized(place, body, 20));
            case BlfFormat.CAN_FD_MESSAGE_64 -> fd64(place, at, sized(place, body, BlfFormat.DATA_64));
            case BlfFormat.CAN_ERROR -> new LoggedError(at, wide(sized(place, body, 4)), ErrorFrame.unknown());
            case BlfFormat.CAN_FD_ERROR_64 ->
                new LoggedError(at, narrow(sized(place, body, 8)), core(body.getShort(6)));
            case BlfFormat.CAN_ERROR_EXT -> error(at, sized(place, body, 24));
            default -> classic(place, at, sized(place, body, 16));
        };
    }

    private LogEntry classic(Place place, long at, ByteBuffer body) {
        int flags = body.get(2);
        return classic(
                place,
                at,
                wide(body),
                direction(flags),
                id(body, 4),
                (flags & BlfFormat.REMOTE) != 0,
                body.get(3),
                octets(place, body, 8, 8));
    }

    private static LogEntry classic(
            Place place, long at, String channel, Direction direction, int id, boolean remote, int dlc, byte[] data) {
        if (dlc < 0 || dlc > 15) {
            throw place.wrong("a data length code up to 15", (dlc & 0xff) + "");
        }
        int length = Math.min(dlc, SocketCan.MAX_CLASSIC);
        byte[] carried = remote ? new byte[length] : Arrays.copyOf(data, length);
        return SocketCan.entry(place, at, channel, direction, remote ? id | ID_REMOTE : id, 0, dlc, carried);
    }

    private LogEntry fd(Place place, long at, ByteBuffer body) {
        int flags = body.get(2);
        int fd = body.get(13);
        byte[] data = octets(place, body, 20, body.get(14) & 0xff);
        if ((fd & BlfFormat.EDL) == 0) {
            return classic(
                    place,
                    at,
                    wide(body),
                    direction(flags),
                    id(body, 4),
                    (flags & BlfFormat.REMOTE) != 0,
                    body.get(3),
                    data);
        }
        int found = FLAG_FD | ((fd & BlfFormat.BRS) != 0 ? FLAG_BRS : 0) | ((fd & BlfFormat.ESI) != 0 ? FLAG_ESI : 0);
        return fd(place, at, wide(body), direction(flags), id(body, 4), found, body.get(3), data);
    }

    private @Nullable LogEntry fd64(Place place, long at, ByteBuffer body) {
        int flags = body.getInt(12);
        int way = body.get(34);
        if (way == BlfFormat.REQUESTED) {
            return null;
        }
        byte[] data = octets(place, body, BlfFormat.DATA_64, body.get(2) & 0xff);
        if ((flags & BlfFormat.EDL_64) == 0) {
            boolean remote = (flags & BlfFormat.REMOTE_64) != 0;
            return classic(place, at, narrow(body), direction(way), id(body, 4), remote, body.get(1), data);
        }
        int found = FLAG_FD
                | ((flags & BlfFormat.BRS_64) != 0 ? FLAG_BRS : 0)
                | ((flags & BlfFormat.ESI_64) != 0 ? FLAG_ESI : 0);
        return fd(place, at, narrow(body), direction(way), id(body, 4), found, body.get(1), data);
    }

    /** The data length code says how long the frame was; a log may leave bytes at its end out, which are 0 then. */
    private static LogEntry fd(
            Place place, long at, String channel, Direction direction, int id, int flags, int dlc, byte[] data) {
        if (dlc < 0 || dlc > 15 || CanFrame.fdLengthOf(dlc) < data.length) {
            throw place.wrong(
                    "a data length code for the %d bytes of the frame".formatted(data.length), (dlc & 0xff) + "");
        }
        byte[] whole = Arrays.copyOf(data, CanFrame.fdLengthOf(dlc));
        return SocketCan.entry(place, at, channel, direction, id, flags, 0, whole);
    }

    /** From Vector's own loggers the code of the CAN core; from others the class as identifier and its details as data. */
    private LogEntry error(long at, ByteBuffer body) {
        String channel = wide(body);
        if ((body.getInt(4) & CAN_CORE) != 0) {
            return new LoggedError(at, channel, core(body.getShort(20)));
        }
        int classes = body.getInt(16) & BlfFormat.ID_MASK;
        byte[] details = new byte[Math.min(8, body.limit() - 24)];
        body.get(24, details);
        boolean told = classes != 0;
        return new LoggedError(at, channel, told ? ErrorFrame.of(classes, details) : ErrorFrame.unknown());
    }

    private static ErrorFrame core(int code) {
        return switch (code >>> 6 & 0x3f) {
            case 0 -> protocol(0x01, 0);
            case 1 -> protocol(0x02, 0);
            case 2 -> protocol(0x04, 0);
            case 4 -> protocol(0, 0x08);
            case 7 -> ErrorFrame.of(ErrorFrame.NO_ACKNOWLEDGEMENT, new byte[] {0, 0, 0, 0x19});
            case 8 -> protocol(0x20, 0);
            default -> protocol(0, 0);
        };
    }

    private static ErrorFrame protocol(int kind, int where) {
        return ErrorFrame.of(ErrorFrame.PROTOCOL, new byte[] {0, 0, (byte) kind, (byte) where});
    }

    private static ByteBuffer sized(Place place, ByteBuffer body, int least) {
        if (body.limit() < least) {
            throw place.wrong("an object of at least %d bytes behind its header".formatted(least), body.limit() + "");
        }
        return body;
    }

    private static byte[] octets(Place place, ByteBuffer body, int from, int count) {
        if (count > SocketCan.MAX_FD || from + count > body.limit()) {
            throw place.wrong("%d bytes of data".formatted(count), Math.max(0, body.limit() - from) + "");
        }
        byte[] data = new byte[count];
        body.get(from, data);
        return data;
    }

    private static int id(ByteBuffer body, int offset) {
        int id = body.getInt(offset);
        return (id & BlfFormat.ID_MASK) | ((id & BlfFormat.ID_EXTENDED) != 0 ? ID_EXTENDED : 0);
    }

    private static Direction direction(int flags) {
        return (flags & BlfFormat.SENT) != 0 ? Direction.TX : Direction.RX;
    }

    private String wide(ByteBuffer body) {
        return names.of(body.getShort(0) & 0xffff);
    }

    private String narrow(ByteBuffer body) {
        return names.of(body.get(0) & 0xff);
    }
}
