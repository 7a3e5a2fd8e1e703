package dev.underpin.can.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link LogFormat#ASC}: header, comments and events; {@link AscFrames} reads the frames. */
final class AscReader implements LogReader {
    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE;
    private static final Pattern DATE = Pattern.compile("date +(.*)", IGNORE_CASE);
    private static final Pattern BASE =
            Pattern.compile("base +(hex|dec)(?: +timestamps +(absolute|relative))?.*", IGNORE_CASE);
    private static final Pattern TRIGGER = Pattern.compile("begin +triggerblock *(.*)", IGNORE_CASE);
    private static final Pattern CHANNEL = Pattern.compile("// channel (\\d{1,3}): (\\S{1,64})");
    private static final Pattern ERROR = Pattern.compile("// SocketCAN ([23][0-9A-F]{7})#([0-9A-F]{16})");
    private static final Pattern TIME = Pattern.compile("\\s*(\\d{1,12})\\.(\\d{1,9})\\s+");

    private final TextLines lines;
    private final AscFrames frames;
    private final ChannelNames names = new ChannelNames();
    private @Nullable ErrorFrame announced;
    private boolean begun;
    private boolean relative;
    private long start;
    private long last;

    AscReader(String file, InputStream in) {
        lines = new TextLines(file, in);
        frames = new AscFrames(lines, names);
    }

    @Override
    public @Nullable LogEntry next() throws IOException {
        while (lines.next()) {
            if (!begun) {
                begin();
            } else if (lines.accept(TIME)) {
                LogEntry entry = frames.entry(moment(), announced);
                announced = null;
                if (entry != null) {
                    return entry;
                }
            } else {
                remark();
            }
        }
        return null;
    }

    private void begin() {
        lines.expect(DATE, "the first line of an ASC log, \"date\" and when it began");
        date(lines.group(1));
        begun = true;
    }

    private void remark() {
        if (lines.accept(BASE)) {
            frames.base(lines.group(1).equalsIgnoreCase("dec") ? 10 : 16);
            relative = lines.group(2).equalsIgnoreCase("relative");
        } else if (lines.accept(CHANNEL)) {
            names.note(Integer.parseInt(lines.group(1)), lines.group(2));
        } else if (lines.accept(ERROR)) {
            announced = ErrorFrame.of(
                    HexFormat.fromHexDigits(lines.group(1)), HexFormat.of().parseHex(lines.group(2)));
        } else if (lines.accept(TRIGGER) && !lines.group(1).isEmpty()) {
            date(lines.group(1));
        }
    }

    private void date(String text) {
        Long nanos = AscDate.nanos(text);
        if (nanos == null) {
            throw lines.wrong(
                    "a date from 1970 on such as \"Mon Nov 02 07:00:00.000 am 2026\"",
                    "\"" + TextLines.shown(text) + "\"");
        }
        start = nanos;
        last = nanos;
    }

    private long moment() {
        last = Moments.decimal(lines, relative ? last : start, lines.group(1), lines.group(2));
        return last;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
