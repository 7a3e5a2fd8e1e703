package dev.underpin.can.slcan;

import dev.underpin.can.CanFrame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A frame as text. One letter: {@code t} data, {@code T} data with a 29-bit identifier, {@code r} and {@code R} remote (LAWICEL CANUSB
 * manual, 2.3); {@code d}, {@code D} CAN FD, {@code b}, {@code B} CAN FD with bit-rate switch (CANable 2.0). Then the identifier in 3 or 8
 * hexadecimal digits, one digit of data length code, two for each data byte, and, of a received frame, four of time stamp if they are on.
 */
public final class SlcanText {
    private static final int BASE_DIGITS = 3;
    private static final int EXTENDED_DIGITS = 8;
    private static final int CLASSIC_LENGTH = 8;
    private static final int STAMP_DIGITS = 4;
    private static final String KINDS = "tTrRdDbB";
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private SlcanText() {}

    /**
     * A frame that was received.
     *
     * @param stamp milliseconds 0..59999 of the adapter's minute; -1 without time stamp
     */
    public record Received(CanFrame frame, int stamp) {}

    /** Whether a line begins as a frame does. */
    static boolean isFrame(String line) {
        return !line.isEmpty() && KINDS.indexOf(line.charAt(0)) >= 0;
    }

    /** The command that sends {@code frame}, with its carriage return. A raw data length code above 8 is sent as 8. */
    public static byte[] command(CanFrame frame) {
        int digits = frame.extended() ? EXTENDED_DIGITS : BASE_DIGITS;
        byte[] text = new byte[1 + digits + 1 + 2 * frame.length() + 1];
        text[0] = (byte) kind(frame);
        for (int i = 0; i < digits; i++) {
            text[digits - i] = DIGITS[frame.id() >>> (4 * i) & 0xF];
        }
        int at = digits + 1;
        text[at++] = DIGITS[frame.fd() ? frame.dlc() : Math.min(frame.dlc(), CLASSIC_LENGTH)];
        for (int i = 0; i < frame.length(); i++) {
            text[at++] = DIGITS[frame.at(i) >>> 4];
            text[at++] = DIGITS[frame.at(i) & 0xF];
        }
        text[at] = '\r';
        return text;
    }

    /** The text of a received frame, with its carriage return, as an adapter sends it. */
    public static byte[] received(Received what) {
        byte[] bare = command(what.frame());
        if (what.stamp() < 0) {
            return bare;
        }
        String text = new String(bare, 0, bare.length - 1, StandardCharsets.US_ASCII);
        return "%s%04X\r".formatted(text, what.stamp()).getBytes(StandardCharsets.US_ASCII);
    }

    private static char kind(CanFrame frame) {
        char kind = 't';
        if (frame.remote()) {
            kind = 'r';
        } else if (frame.fd()) {
            kind = frame.bitRateSwitch() ? 'b' : 'd';
        }
        return frame.extended() ? Character.toUpperCase(kind) : kind;
    }

    /** The frame that a line, without its carriage return, tells of; empty when it is none. */
    public static Optional<Received> parse(String line) {
        if (!isFrame(line)) {
            return Optional.empty();
        }
        char kind = Character.toLowerCase(line.charAt(0));
        boolean extended = Character.isUpperCase(line.charAt(0));
        int digits = extended ? EXTENDED_DIGITS : BASE_DIGITS;
        int id = number(line, 1, digits);
        int dlc = number(line, 1 + digits, 1);
        boolean fd = kind == 'b' || kind == 'd';
        if (id < 0 || dlc < 0 || (!fd && dlc > CLASSIC_LENGTH)) {
            return Optional.empty();
        }
        int from = digits + 2;
        byte[] data = new byte[length(kind, dlc)];
        for (int i = 0; i < data.length; i++) {
            int value = number(line, from + 2 * i, 2);
            if (value < 0) {
                return Optional.empty();
            }
            data[i] = (byte) value;
        }
        int end = from + 2 * data.length;
        int stamp = number(line, end, STAMP_DIGITS);
        if (line.length() != end && (line.length() != end + STAMP_DIGITS || stamp < 0)) {
            return Optional.empty();
        }
        return frame(kind, extended, id, dlc, data).map(frame -> new Received(frame, stamp));
    }

    private static int length(char kind, int dlc) {
        return switch (kind) {
            case 'r' -> 0;
            case 't' -> dlc;
            default -> CanFrame.fdLengthOf(dlc);
        };
    }

    private static Optional<CanFrame> frame(char kind, boolean extended, int id, int dlc, byte[] data) {
        try {
            return Optional.of(
                    switch (kind) {
                        case 'r' -> CanFrame.remote(id, extended, dlc);
                        case 't' -> extended ? CanFrame.extended(id, data) : CanFrame.classic(id, data);
                        default -> CanFrame.fd(id, extended, kind == 'b', data);
                    });
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }

    /** The value of so many hexadecimal digits; -1 when they are not there. */
    private static int number(String line, int from, int digits) {
        if (line.length() < from + digits) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            char each = line.charAt(i);
            int digit = each < 0x80 ? Character.digit(each, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
