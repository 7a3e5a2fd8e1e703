package dev.underpin.can.database;

/**
 * A token of a DBC file.
 *
 * @param text its characters; of a quoted text without the quotes
 * @param line from 1
 * @param column from 1
 */
record DbcToken(Shape shape, String text, int line, int column) {
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
            case TEXT -> "the text \"" + text + "\"";
            default -> text;
        };
    }
}
