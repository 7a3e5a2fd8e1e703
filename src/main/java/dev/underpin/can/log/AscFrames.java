package dev.underpin.can.log;

import static dev.underpin.history.FrameLog.FLAG_BRS;
import static dev.underpin.history.FrameLog.FLAG_ESI;
import static dev.underpin.history.FrameLog.FLAG_FD;
import static dev.underpin.history.FrameLog.ID_EXTENDED;
import static dev.underpin.history.FrameLog.ID_REMOTE;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what follows the time in a line of an ASC log. */
final class AscFrames {
    /** Bits of the field of flags in CANFD lines. */
    static final int FLAG_REMOTE = 0x10;

    static final int FLAG_FDF = 0x1000;
    static final int FLAG_SWITCH = 0x2000;
    static final int FLAG_PASSIVE = 0x4000;

    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE;
    private static final Pattern ERROR = Pattern.compile("(\\d{1,5})\\s+ErrorFrame\\b.*", IGNORE_CASE);
    private static final Pattern FRAME =
            Pattern.compile("(\\d{1,5})\\s+([0-9A-F]{1,10})(x?)\\s+(Rx|Tx)\\s+(?=[dr]\\b)", IGNORE_CASE);
    private static final Pattern REMOTE = Pattern.compile("r(?:\\s+([0-9A-F]{1,2}))?(?:\\s.*)?$", IGNORE_CASE);
    private static final Pattern DATA = Pattern.compile("d\\s+([0-9A-F]{1,2})(?=\\s|$)", IGNORE_CASE);
    private static final Pattern OCTET = Pattern.compile("\\s+([0-9A-F]{1,3})(?=\\s|$)", IGNORE_CASE);
    private static final Pattern FD = Pattern.compile("CANFD\\s+(\\d{1,5})\\s+(Rx|Tx)\\s+", IGNORE_CASE);
    private static final Pattern FD_ERROR = Pattern.compile("ErrorFrame\\b.*", IGNORE_CASE);
    private static final Pattern FD_HEAD = Pattern.compile(
            "([0-9A-F]{1,8})(x?)\\s+(?:\\S+\\s+)??([01])\\s+([01])\\s+([0-9A-F])\\s+(\\d{1,2})(?=\\s|$)", IGNORE_CASE);
    private static final Pattern FD_FLAGS =
            Pattern.compile("\\s+[0-9A-F]+\\s+[0-9A-F]+\\s+([0-9A-F]{1,8})(?:\\s.*)?$", IGNORE_CASE);

    private final TextLines lines;
    private final ChannelNames names;
    private int base = 16;

    AscFrames(TextLines lines, ChannelNames names) {
        this.lines = lines;
        this.names = names;
    }

    /** Identifiers and data of classical frames are written to this base; those of CANFD lines always to 16. */
    void base(int radix) {
        base = radix;
    }

    /** The entry; null when the line is another event. An error frame is {@code announced}, where a remark told what it was. */
    @Nullable
    LogEntry entry(long at, @Nullable ErrorFrame announced) {
        if (lines.accept(FD)) {
            return fd(at, announced);
        }
        if (lines.accept(ERROR)) {
            return error(at, announced);
        }
        return lines.accept(FRAME) ? classic(at) : null;
    }

    private LoggedError error(long at, @Nullable ErrorFrame announced) {
        return new LoggedError(at, channel(), announced == null ? ErrorFrame.unknown() : announced);
    }

    private LogEntry classic(long at) {
        String channel = channel();
        int id = id(lines.group(2), lines.group(3), base);
        Direction direction = direction(lines.group(4));
        if (lines.accept(REMOTE)) {
            int dlc = lines.group(1).isEmpty() ? 0 : dlc(lines.group(1));
            return SocketCan.entry(
                    lines,
                    at,
                    channel,
                    direction,
                    id | ID_REMOTE,
                    0,
                    dlc,
                    new byte[Math.min(dlc, SocketCan.MAX_CLASSIC)]);
        }
        lines.expect(DATA, "d and a data length code");
        int dlc = dlc(lines.group(1));
        byte[] data = octets(Math.min(dlc, SocketCan.MAX_CLASSIC), base);
        return SocketCan.entry(lines, at, channel, direction, id, 0, dlc, data);
    }

    private LogEntry fd(long at, @Nullable ErrorFrame announced) {
        String channel = channel();
        Direction direction = direction(lines.group(2));
        if (lines.accept(FD_ERROR)) {
            return new LoggedError(at, channel, announced == null ? ErrorFrame.unknown() : announced);
        }
        lines.expect(FD_HEAD, "identifier, BRS, ESI, data length code and number of bytes");
        int id = id(lines.group(1), lines.group(2), 16);
        int told = FLAG_FDF
                | (lines.group(3).equals("1") ? FLAG_SWITCH : 0)
                | (lines.group(4).equals("1") ? FLAG_PASSIVE : 0);
        int dlc = Integer.parseInt(lines.group(5), 16);
        int length = Integer.parseInt(lines.group(6));
        if (length > SocketCan.MAX_FD) {
            throw lines.wrong("at most 64 bytes", Integer.toString(length));
        }
        byte[] data = octets(length, 16);
        int flags = lines.accept(FD_FLAGS) ? (int) Long.parseLong(lines.group(1), 16) : told;
        if ((flags & FLAG_FDF) != 0) {
            return SocketCan.entry(lines, at, channel, direction, id, fdFlags(told), 0, data);
        }
        boolean remote = (flags & FLAG_REMOTE) != 0;
        byte[] asked = remote ? new byte[Math.min(dlc, SocketCan.MAX_CLASSIC)] : data;
        return SocketCan.entry(lines, at, channel, direction, remote ? id | ID_REMOTE : id, 0, dlc, asked);
    }

    private static int fdFlags(int told) {
        return FLAG_FD | ((told & FLAG_SWITCH) != 0 ? FLAG_BRS : 0) | ((told & FLAG_PASSIVE) != 0 ? FLAG_ESI : 0);
    }

    private String channel() {
        return names.of(Integer.parseInt(lines.group(1)));
    }

    private static Direction direction(String text) {
        return text.equalsIgnoreCase("Tx") ? Direction.TX : Direction.RX;
    }

    private int id(String digits, String x, int radix) {
        long id = number(digits, radix);
        boolean extended = !x.isEmpty();
        if (id > (extended ? 0x1FFF_FFFF : 0x7FF)) {
            throw lines.wrong(extended ? "an identifier of 29 bits" : "an identifier of 11 bits", digits);
        }
        return (int) id | (extended ? ID_EXTENDED : 0);
    }

    /** One hexadecimal digit, or two decimal ones in a log to base 10. */
    private int dlc(String digits) {
        long dlc = number(digits, digits.length() > 1 ? base : 16);
        if (dlc > 15) {
            throw lines.wrong("a data length code up to 15", digits);
        }
        return (int) dlc;
    }

    private byte[] octets(int count, int radix) {
        byte[] data = new byte[count];
        for (int i = 0; i < count; i++) {
            lines.expect(OCTET, "byte %d of %d".formatted(i + 1, count));
            long octet = number(lines.group(1), radix);
            if (octet > 0xff) {
                throw lines.wrong("a byte", lines.group(1));
            }
            data[i] = (byte) octet;
        }
        return data;
    }

    private long number(String digits, int radix) {
        if (radix == 10 && !digits.chars().allMatch(Character::isDigit)) {
            throw lines.wrong("a decimal number", digits);
        }
        return Long.parseLong(digits, radix);
    }
}
