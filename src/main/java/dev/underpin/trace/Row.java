package dev.underpin.trace;

import java.util.HexFormat;

/**
 * One line of a trace.
 *
 * @param sort what it tells of
 * @param atNanos moment, as in the log
 * @param bus channel of the log
 * @param id identifier as candump writes it; {@code UDS} of a diagnostic message, {@code ERROR} of an error frame
 * @param flags F CAN FD, B bit-rate switch, E sender error-passive, R remote frame, T sent
 * @param length bytes of data; of a remote frame those it asks for
 * @param data the bytes; empty of a remote frame
 * @param name what it is called; may be empty
 * @param meaning what it says; may be empty
 */
record Row(
        Sort sort,
        long atNanos,
        String bus,
        String id,
        String flags,
        int length,
        byte[] data,
        String name,
        String meaning) {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    /** What a line tells of. */
    enum Sort {
        FRAME,
        MESSAGE,
        REFUSAL,
        ERROR
    }

    /** What was on the wire may not command the terminal: control characters of its texts become {@code ?}. */
    Row {
        name = printable(name);
        meaning = printable(meaning);
    }

    private static String printable(String text) {
        return text.chars().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cc}", "?") : text;
    }

    /** The first {@code most} bytes of the data, and how many more there are. */
    String hex(int most) {
        return data.length <= most ? HEX.formatHex(data) : HEX.formatHex(data, 0, most) + " +" + (data.length - most);
    }
}
