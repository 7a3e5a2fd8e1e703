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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads candump lines one by one, part by part. */
final class CandumpReader {
    private static final Pattern TIME = Pattern.compile("\\((\\d{1,12})\\.(\\d{6})\\) ");
    private static final Pattern BUS = Pattern.compile("(\\S+) ");
    private static final Pattern ID = Pattern.compile("([0-9A-Fa-f]{8}|[0-9A-Fa-f]{3})#");
    private static final Pattern REMOTE = Pattern.compile("R([0-8])?");
    private static final Pattern FD = Pattern.compile("#([0-9A-Fa-f])((?:[0-9A-Fa-f]{2}){0,64})");
    private static final Pattern DATA = Pattern.compile("((?:[0-9A-Fa-f]{2}){0,8})");
    private static final Pattern END = Pattern.compile("(?: [RT])?$");

    private final String file;
    private final Candump.Sink sink;
    private final Matcher matcher = TIME.matcher("");
    private MatchResult part = matcher;
    private String line = "";
    private int number;

    CandumpReader(String file, Candump.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String next = lines.readLine(); next != null; next = lines.readLine()) {
            number++;
            line = next;
            if (!line.isBlank()) {
                matcher.reset(line);
                frame();
            }
        }
    }

    private void frame() {
        expect(TIME, "(seconds.micros) and a blank");
        Instant at = Instant.ofEpochSecond(Long.parseLong(part.group(1)), Long.parseLong(part.group(2)) * 1_000);
        expect(BUS, "the name of a bus and a blank");
        String bus = part.group(1);
        expect(ID, "an identifier of 3 or 8 hexadecimal digits and #");
        int id = id(part.group(1));
        if (accept(REMOTE)) {
            remote(at, bus, id);
        } else if (accept(FD)) {
            data(at, bus, id, FrameLog.FLAG_FD | HexFormat.fromHexDigits(part.group(1)), part.group(2));
        } else {
            expect(DATA, "data");
            data(at, bus, id, 0, part.group(1));
        }
    }

    private void remote(Instant at, String bus, int id) {
        String length = part.group(1);
        expectEnd();
        sink.frame(at, bus, id | FrameLog.ID_REMOTE, 0, new byte[length == null ? 0 : Integer.parseInt(length)]);
    }

    private void data(Instant at, String bus, int id, int flags, String hex) {
        expectEnd();
        sink.frame(at, bus, id, flags, HexFormat.of().parseHex(hex));
    }

    private static int id(String digits) {
        int id = HexFormat.fromHexDigits(digits);
        boolean extended = digits.length() == 8 && (id & FrameLog.ID_ERROR) == 0;
        return extended ? id | FrameLog.ID_EXTENDED : id;
    }

    private void expectEnd() {
        expect(END, "pairs of hexadecimal digits that fit the frame, then the end of the line");
    }

    private void expect(Pattern pattern, String what) {
        if (!accept(pattern)) {
            int column = matcher.regionStart();
            String found = column < line.length() ? "\"" + line.substring(column) + "\"" : "the end of the line";
            throw UserMistake.in(file, number + ":" + (column + 1), what, found);
        }
    }

    private boolean accept(Pattern pattern) {
        boolean there = matcher.usePattern(pattern).lookingAt();
        if (there) {
            part = matcher.toMatchResult();
            matcher.region(matcher.end(), line.length());
        }
        return there;
    }
}
