package dev.underpin.can.log;

import dev.underpin.mistake.UserMistake;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a text log, taken apart from left to right. A line has at most 16384 bytes. */
final class TextLines implements Place, Closeable {
    private static final int LONGEST = 1 << 14;
    private static final int MOST_GROUPS = 8;
    private static final int SHOWN = 60;
    private static final Pattern ANY = Pattern.compile("");

    private final String file;
    private final InputStream in;
    private final byte[] chunk = new byte[1 << 13];
    private byte[] buffer = new byte[1 << 8];
    private final int[] starts = new int[MOST_GROUPS + 1];
    private final int[] ends = new int[MOST_GROUPS + 1];
    private final Matcher matcher = ANY.matcher("");
    private String line = "";
    private int number;
    private int chunkAt;
    private int chunkSize;

    TextLines(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Goes to the next line that is not blank; false at the end of the log. */
    boolean next() throws IOException {
        do {
            int octet = read();
            if (octet < 0) {
                return false;
            }
            number++;
            line = rest(octet);
            matcher.reset(line);
        } while (line.isBlank());
        return true;
    }

    private String rest(int first) throws IOException {
        int length = 0;
        for (int octet = first; octet >= 0 && octet != '\n'; octet = read()) {
            if (length == LONGEST) {
                throw UserMistake.in(
                        file, number + "", "a line of at most %d bytes".formatted(LONGEST), "a longer one");
            }
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, 4 * length);
            }
            buffer[length++] = (byte) octet;
        }
        return new String(buffer, 0, length, StandardCharsets.UTF_8).stripTrailing();
    }

    private int read() throws IOException {
        if (chunkAt == chunkSize) {
            chunkAt = 0;
            chunkSize = Math.max(0, in.read(chunk));
            if (chunkSize == 0) {
                return -1;
            }
        }
        return chunk[chunkAt++] & 0xff;
    }

    /** The whole line. */
    String line() {
        return line;
    }

    /** Takes a part of the line off when it is as {@code pattern} says. */
    boolean accept(Pattern pattern) {
        boolean there = matcher.usePattern(pattern).lookingAt();
        if (there) {
            for (int group = 0; group <= matcher.groupCount(); group++) {
                starts[group] = matcher.start(group);
                ends[group] = matcher.end(group);
            }
            matcher.region(matcher.end(), line.length());
        }
        return there;
    }

    /** Takes a part of the line off, which has to be as {@code pattern} says, in words {@code what}. */
    void expect(Pattern pattern, String what) {
        if (!accept(pattern)) {
            int column = matcher.regionStart();
            throw wrong(
                    column,
                    what,
                    column < line.length() ? "\"" + shown(line.substring(column)) + "\"" : "the end of the line");
        }
    }

    /** A group of the part taken off last; empty when the part has none. */
    String group(int index) {
        return starts[index] < 0 ? "" : line.substring(starts[index], ends[index]);
    }

    /** A mistake in the part taken off last. */
    @Override
    public UserMistake wrong(String expected, String found) {
        return wrong(starts[0], expected, found);
    }

    private UserMistake wrong(int column, String expected, String found) {
        return UserMistake.in(file, number + ":" + (column + 1), expected, found);
    }

    static String shown(String text) {
        String clipped = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return clipped.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
