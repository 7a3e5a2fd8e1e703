package dev.underpin.can.database;

/**
 * A token of a DBC file.
 *
 * @param text its characters; of a quoted text without the quotes
 * @param start index of its first character in the file
 * @param line from 1
 * @param column from 1
 */
record DbcToken(Shape shape, String text, int start, int line, int column) {
    private static final int SHOWN = 60;

    /** What a token is. */
    enum Shape {
        WORD,
        NUMBER,
        TEXT,
        MARK,
        END
    }

    boolean is(String expected) {
        return (shape == Shape.WORD || shape == Shape.MARK) && text.equals(expected);
    }

    String described() {
        return switch (shape) {
            case END -> "the end of the file";
            case TEXT -> "the text \"" + shown() + "\"";
            default -> shown();
        };
    }

    private String shown() {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
