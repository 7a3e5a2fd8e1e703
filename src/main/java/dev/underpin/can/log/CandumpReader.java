package dev.underpin.can.log;

import dev.underpin.history.FrameLog;
import dev.underpin.mistake.UserMistake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads candump lines one by one. */
final class CandumpReader {
    private static final Pattern LINE = Pattern.compile(
            "\\((?<seconds>\\d{1,12})\\.(?<micros>\\d{6})\\) (?<bus>\\S+) (?<id>[0-9A-Fa-f]{3}|[0-9A-Fa-f]{8})"
                    + "#(?:R(?<length>[0-8])?|#(?<flags>[0-9A-Fa-f])(?<fd>(?:[0-9A-Fa-f]{2}){0,64})"
                    + "|(?<data>(?:[0-9A-Fa-f]{2}){0,8}))(?: [RT])?");

    private final String file;
    private final Candump.Sink sink;
    private int number;

    CandumpReader(String file, Candump.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                frame(line);
            }
        }
    }

    private void frame(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw mistake(line, matcher);
        }
        int id = id(matcher.group("id"));
        if (matcher.group("fd") != null) {
            int flags = FrameLog.FLAG_FD | HexFormat.fromHexDigits(matcher.group("flags"));
            sink.frame(time(matcher), matcher.group("bus"), id, flags, bytes(matcher.group("fd")));
        } else if (matcher.group("data") != null) {
            sink.frame(time(matcher), matcher.group("bus"), id, 0, bytes(matcher.group("data")));
        } else {
            sink.frame(time(matcher), matcher.group("bus"), id | FrameLog.ID_REMOTE, 0, new byte[asked(matcher)]);
        }
    }

    private static int asked(Matcher matcher) {
        String length = matcher.group("length");
        return length == null ? 0 : Integer.parseInt(length);
    }

    private static int id(String digits) {
        int id = HexFormat.fromHexDigits(digits);
        boolean base = digits.length() == 3 || (id & FrameLog.ID_ERROR) != 0;
        return base ? id : id | FrameLog.ID_EXTENDED;
    }

    private static Instant time(Matcher matcher) {
        long micros = Long.parseLong(matcher.group("micros"));
        return Instant.ofEpochSecond(Long.parseLong(matcher.group("seconds")), micros * 1_000);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private UserMistake mistake(String line, Matcher matcher) {
        int column = firstWrong(line, matcher);
        String found = column < line.length() ? "\"" + line.substring(column) + "\"" : "the end of the line";
        return UserMistake.in(
                file, number + ":" + (column + 1), "a frame as candump logs it: (seconds.micros) bus ID#DATA", found);
    }

    /** The longest beginning of the line that could still become a frame ends before this column. */
    private static int firstWrong(String line, Matcher matcher) {
        for (int end = line.length(); end > 0; end--) {
            matcher.reset(line.substring(0, end));
            if (matcher.matches() || matcher.hitEnd()) {
                return end;
            }
        }
        return 0;
    }
}
