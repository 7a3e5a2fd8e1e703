package dev.underpin.uds;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text and number of a diagnostic trouble code (SAE J2012-DA with failure type byte): {@code P0AA6-1A} is {@code 0x0AA61A}.
 *
 * <p>Number: bits 23..22 the letter (P C B U), bits 21..8 the four digits, bits 7..0 the failure type.
 */
public final class DtcCode {
    /** The group that stands for all codes in service 0x14 (ISO 14229-1:2020 annex D). */
    public static final int ALL = 0xFFFFFF;

    private static final String LETTERS = "PCBU";
    private static final Pattern TEXT = Pattern.compile("([PCBU])([0-3])([0-9A-F]{3})-([0-9A-F]{2})");

    private DtcCode() {}

    /** The code as text, such as {@code U0111-87}. */
    public static String text(int code) {
        int letter = code >> 22 & 3;
        return "%c%04X-%02X".formatted(LETTERS.charAt(letter), code >> 8 & 0x3FFF, code & 0xFF);
    }

    /**
     * The number of a code given as text.
     *
     * @throws IllegalArgumentException when the text is no code
     */
    public static int parse(String text) {
        Matcher matcher = TEXT.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a trouble code such as P0AA6-1A, found " + text);
        }
        int digits = Integer.parseInt(matcher.group(2) + matcher.group(3), 16);
        return LETTERS.indexOf(matcher.group(1)) << 22 | digits << 8 | Integer.parseInt(matcher.group(4), 16);
    }
}
