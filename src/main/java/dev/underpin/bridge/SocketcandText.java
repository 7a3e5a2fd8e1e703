package dev.underpin.bridge;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.ErrorFrame;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The words of socketcand's protocol, as far as raw mode goes (socketcand, doc/protocol.md). Numbers are hexadecimal but for lengths; an
 * identifier of eight digits has 29 bits. Flags of CAN FD: 1 bit-rate switch, 2 error state indicator.
 */
final class SocketcandText {
    static final String HI = "< hi >";
    static final String OK = "< ok >";
    static final String ECHO = "< echo >";

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int EXTENDED_DIGITS = 8;
    private static final int FLAG_BRS = 1;
    private static final int FLAG_ESI = 2;
    private static final int FLAG_FD = 4;

    private SocketcandText() {}

    /** A refusal. */
    static String error(String why) {
        return "< error " + why.replaceAll("[<>\\p{Cntrl}]", "?") + " >";
    }

    /** An error frame as clients are shown it: its classes, then its details, which socketcand shows in one of its modes only. */
    static String error(Instant at, ErrorFrame error) {
        return "< error %03X %s %s >"
                .formatted(
                        error.classes(),
                        moment(at),
                        HexFormat.ofDelimiter(" ").withUpperCase().formatHex(error.data()));
    }

    private static String moment(Instant at) {
        return "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1000);
    }

    /** A frame as clients are shown it. */
    static String frame(Instant at, CanFrame frame) {
        String id = (frame.extended() ? "%08X" : "%03X").formatted(frame.id());
        String moment = moment(at);
        if (frame.remote()) {
            return "< rtr %s %s %d >".formatted(id, moment, Math.min(frame.dlc(), 8));
        }
        String data = HexFormat.of().withUpperCase().formatHex(frame.data());
        if (frame.fd()) {
            int flags = (frame.bitRateSwitch() ? FLAG_BRS : 0) | (frame.esi() ? FLAG_ESI : 0) | FLAG_FD;
            return "< fdframe %s %02X %s %s >".formatted(id, flags, moment, data);
        }
        return "< frame %s %s %s >".formatted(id, moment, data);
    }

    /**
     * Reads a command.
     *
     * @param inside what stood between {@code <} and {@code >}
     */
    static SocketcandCommand command(String inside) throws BadInput {
        String[] words = SPACE.split(inside.strip());
        try {
            return switch (words[0]) {
                case "open" -> new SocketcandCommand.Open(only(words));
                case "rawmode" -> new SocketcandCommand.RawMode();
                case "echo" -> new SocketcandCommand.Echo();
                case "send" -> new SocketcandCommand.Send(classical(words));
                case "sendrtr" -> new SocketcandCommand.Send(remote(words));
                case "fdsend" -> new SocketcandCommand.Send(fd(words));
                case "bcmmode", "isotpmode", "controlmode" -> throw new BadInput("only raw mode is offered");
                default -> throw new BadInput("unknown command");
            };
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(words[0] + ": " + wrong.getMessage());
        }
    }

    private static String only(String... words) throws BadInput {
        require(words.length == 2, "open: expected the name of a bus");
        return words[1];
    }

    private static CanFrame classical(String... words) throws BadInput {
        require(words.length >= 3, "send: expected an identifier, a length and the data");
        byte[] data = data(words, 3, length(words[2]));
        int id = id(words[1]);
        return extended(words[1]) ? CanFrame.extended(id, data) : CanFrame.classic(id, data);
    }

    private static CanFrame remote(String... words) throws BadInput {
        require(words.length == 3, "sendrtr: expected an identifier and a length");
        return CanFrame.remote(id(words[1]), extended(words[1]), length(words[2]));
    }

    private static CanFrame fd(String... words) throws BadInput {
        require(words.length >= 4, "fdsend: expected an identifier, flags, a length and the data");
        int flags = HexFormat.fromHexDigits(words[2]);
        byte[] data = data(words, 4, length(words[3]));
        return CanFrame.fd(id(words[1]), extended(words[1]), (flags & FLAG_BRS) != 0, data)
                .withEsi((flags & FLAG_ESI) != 0);
    }

    static boolean extended(String id) {
        return id.length() == EXTENDED_DIGITS;
    }

    static int id(String digits) throws BadInput {
        require(digits.length() <= EXTENDED_DIGITS, "an identifier has at most 8 digits");
        return HexFormat.fromHexDigits(digits);
    }

    static int length(String word) throws BadInput {
        require(word.length() <= 2, "a length has at most 2 digits");
        return Integer.parseInt(word);
    }

    private static byte[] data(String[] words, int from, int length) throws BadInput {
        require(
                words.length - from == length,
                "%s: the length says %d bytes, and there are %d".formatted(words[0], length, words.length - from));
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            require(words[from + i].length() <= 2, "a byte has at most 2 digits");
            data[i] = (byte) HexFormat.fromHexDigits(words[from + i]);
        }
        return data;
    }

    static void require(boolean held, String expected) throws BadInput {
        if (!held) {
            throw new BadInput(expected);
        }
    }
}
