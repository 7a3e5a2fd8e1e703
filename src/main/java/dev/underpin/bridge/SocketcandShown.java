package dev.underpin.bridge;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a socketcand server shows of its bus; the other direction is {@link SocketcandText}. */
final class SocketcandShown {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern MOMENT = Pattern.compile("(\\d{1,10})\\.(\\d{1,9})");
    private static final int FLAG_BRS = 1;
    private static final int FLAG_ESI = 2;

    private SocketcandShown() {}

    /**
     * The frame or error frame that a message tells of.
     *
     * @param inside what stood between {@code <} and {@code >}
     */
    static LogEntry entry(String inside, String bus) throws BadInput {
        String[] words = SPACE.split(inside.strip());
        try {
            return switch (words[0]) {
                case "frame" -> frame(nanos(words, 2), bus, classical(words));
                case "rtr" -> frame(nanos(words, 2), bus, remote(words));
                case "fdframe" -> frame(nanos(words, 3), bus, fd(words));
                case "error" -> new LoggedError(nanos(words, 2), bus, error(words));
                default -> throw new BadInput("neither a frame nor an error frame");
            };
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(words[0] + ": " + wrong.getMessage());
        }
    }

    private static LoggedFrame frame(long at, String bus, CanFrame frame) {
        return new LoggedFrame(at, bus, Direction.RX, frame);
    }

    private static long nanos(String[] words, int place) throws BadInput {
        Matcher moment = MOMENT.matcher(words.length > place ? words[place] : "");
        if (!moment.matches()) {
            throw new BadInput("%s: expected seconds.microseconds".formatted(words[0]));
        }
        String fraction = (moment.group(2) + "00000000").substring(0, 9);
        return Math.min(Long.parseLong(moment.group(1)), Long.MAX_VALUE / Nanos.SECOND - 1) * Nanos.SECOND
                + Long.parseLong(fraction);
    }

    private static CanFrame classical(String... words) throws BadInput {
        byte[] data = data(words, 3, 8);
        return SocketcandText.extended(words[1])
                ? CanFrame.extended(SocketcandText.id(words[1]), data)
                : CanFrame.classic(SocketcandText.id(words[1]), data);
    }

    private static CanFrame remote(String... words) throws BadInput {
        SocketcandText.require(words.length == 4, "rtr: expected an identifier, a moment and a length");
        return CanFrame.remote(
                SocketcandText.id(words[1]), SocketcandText.extended(words[1]), SocketcandText.length(words[3]));
    }

    private static CanFrame fd(String... words) throws BadInput {
        SocketcandText.require(words[2].length() <= 2, "fdframe: expected flags of at most 2 digits");
        int flags = HexFormat.fromHexDigits(words[2]);
        return CanFrame.fd(
                        SocketcandText.id(words[1]),
                        SocketcandText.extended(words[1]),
                        (flags & FLAG_BRS) != 0,
                        data(words, 4, 64))
                .withEsi((flags & FLAG_ESI) != 0);
    }

    private static ErrorFrame error(String... words) throws BadInput {
        return ErrorFrame.of(SocketcandText.id(words[1]), data(words, 3, 8));
    }

    /** Written with or without blanks between the bytes. */
    private static byte[] data(String[] words, int from, int most) throws BadInput {
        String digits = String.join("", Arrays.asList(words).subList(Math.min(from, words.length), words.length));
        SocketcandText.require(digits.length() <= 2 * most, "%s: more than %d bytes".formatted(words[0], most));
        return HexFormat.of().parseHex(digits);
    }
}
