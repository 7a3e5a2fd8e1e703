package dev.underpin.can.log;

/** The rules for the name of a channel. */
final class Channel {
    private static final int LONGEST = 64;

    private Channel() {}

    static void check(long atNanos, String channel) {
        if (atNanos < 0) {
            throw new IllegalArgumentException("the moment of a log entry is %d ns before 1970".formatted(-atNanos));
        }
        if (!channel.equals(named(channel))) {
            throw new IllegalArgumentException("\"%s\" is no name of a channel".formatted(channel));
        }
    }

    /** The name of a channel that {@code raw} stands for: blanks and control characters become {@code _}. */
    static String named(String raw) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < raw.length() && i < LONGEST; i++) {
            char letter = raw.charAt(i);
            name.append(fits(letter) ? letter : '_');
        }
        return name.isEmpty() ? "_" : name.toString();
    }

    private static boolean fits(char letter) {
        return !Character.isWhitespace(letter)
                && !Character.isSpaceChar(letter)
                && !Character.isISOControl(letter)
                && !Character.isSurrogate(letter)
                && letter != ';';
    }
}
