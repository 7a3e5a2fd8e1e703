package dev.underpin.mistake;

/**
 * Something that the user gave does not hold: an option, a rig file, a feature file, an image. The command line prints the message
 * alone, without a stack trace, and exits 2.
 */
public final class UserMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UserMistake(String message) {
        super(message);
    }

    /**
     * A place in a file where something else was expected.
     *
     * @param file the file as the user named it
     * @param where line, field or both, such as {@code 12: ecus.VCU.kind} or {@code field releases}; empty when the whole file
     *     is meant
     * @param expected what would have been right, in words that complete "expected ..."
     * @param found what is there, in words that complete "found ..."
     */
    public static UserMistake in(String file, String where, String expected, String found) {
        String within = where.strip();
        String place = within.isEmpty() ? file : file + (startsWithLine(within) ? ":" : ": ") + within;
        return new UserMistake("%s: expected %s, found %s".formatted(place, expected, found));
    }

    /** A mistake that has no place in a file, told as a whole sentence. */
    public static UserMistake saying(String sentence) {
        return new UserMistake(sentence);
    }

    private static boolean startsWithLine(String where) {
        return Character.isDigit(where.charAt(0));
    }
}
