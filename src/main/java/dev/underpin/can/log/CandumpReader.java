package dev.underpin.can.log;

import static dev.underpin.history.FrameLog.FLAG_BRS;
import static dev.underpin.history.FrameLog.FLAG_ESI;
import static dev.underpin.history.FrameLog.FLAG_FD;
import static dev.underpin.history.FrameLog.ID_ERROR;
import static dev.underpin.history.FrameLog.ID_EXTENDED;
import static dev.underpin.history.FrameLog.ID_REMOTE;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link LogFormat#CANDUMP}, part by part of each line. */
final class CandumpReader implements LogReader {
    private static final Pattern TIME = Pattern.compile("\\((\\d{1,12})\\.(\\d{1,9})\\) +");
    private static final Pattern BUS = Pattern.compile("(\\S+) +");
    private static final Pattern ID = Pattern.compile("([0-9A-Fa-f]{8}|[0-9A-Fa-f]{3})#");
    private static final Pattern REMOTE = Pattern.compile("R([0-8])?");
    private static final Pattern FD = Pattern.compile("#([0-9A-Fa-f])((?:[0-9A-Fa-f]{2}){0,64})");
    private static final Pattern DATA = Pattern.compile("((?:[0-9A-Fa-f]{2}){0,8})");
    private static final Pattern RAW_DLC = Pattern.compile("_([9A-Fa-f])");
    private static final Pattern END = Pattern.compile("(?: ([RT]))?$");

    private final TextLines lines;

    CandumpReader(String file, InputStream in) {
        lines = new TextLines(file, in);
    }

    @Override
    public @Nullable LogEntry next() throws IOException {
        return lines.next() ? entry() : null;
    }

    private LogEntry entry() {
        lines.expect(TIME, "(seconds.micros) and a blank");
        long at = Moments.decimal(lines, 0, lines.group(1), lines.group(2));
        lines.expect(BUS, "the name of a bus and a blank");
        String bus = Channel.named(lines.group(1));
        lines.expect(ID, "an identifier of 3 or 8 hexadecimal digits and #");
        int id = id(lines.group(1));
        int flags = 0;
        byte[] data;
        if (lines.accept(REMOTE)) {
            id |= ID_REMOTE;
            data = new byte[lines.group(1).isEmpty() ? 0 : Integer.parseInt(lines.group(1))];
        } else if (lines.accept(FD)) {
            flags = FLAG_FD | (HexFormat.fromHexDigits(lines.group(1)) & (FLAG_BRS | FLAG_ESI));
            data = HexFormat.of().parseHex(lines.group(2));
        } else {
            lines.expect(DATA, "data");
            data = HexFormat.of().parseHex(lines.group(1));
        }
        int rawDlc = lines.accept(RAW_DLC) ? HexFormat.fromHexDigits(lines.group(1)) : 0;
        lines.expect(END, "pairs of hexadecimal digits that fit the frame, then the end of the line");
        Direction direction = lines.group(1).equals("T") ? Direction.TX : Direction.RX;
        return SocketCan.entry(lines, at, bus, direction, id, flags, rawDlc, data);
    }

    private int id(String digits) {
        int id = HexFormat.fromHexDigits(digits);
        if ((id & (ID_EXTENDED | ID_REMOTE)) != 0) {
            throw lines.wrong("an identifier of at most 29 bits, or an error class from 20000000 to 3FFFFFFF", digits);
        }
        boolean extended = digits.length() == 8 && (id & ID_ERROR) == 0;
        return extended ? id | ID_EXTENDED : id;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
