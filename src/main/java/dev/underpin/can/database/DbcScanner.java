package dev.underpin.can.database;

import dev.underpin.can.database.DbcToken.Shape;
import dev.underpin.mistake.UserMistake;

/** Cuts the text of a DBC file into tokens: words, numbers, quoted texts and single marks; // begins a remark. */
final class DbcScanner {
    private final String file;
    private final String source;
    private int position;
    private int line = 1;
    private int lineStart;
    private DbcToken current;

    DbcScanner(String file, String source) {
        this.file = file;
        this.source = source;
        this.current = scan();
    }

    /** The token at hand. */
    DbcToken peek() {
        return current;
    }

    /** Hands out the token at hand and moves on. */
    DbcToken next() {
        DbcToken token = current;
        current = scan();
        return token;
    }

    /** The characters of the file from {@code from} to before {@code to}. */
    String slice(DbcToken from, DbcToken to) {
        return source.substring(from.start(), to.start());
    }

    /** Something else was expected at {@code token}. */
    UserMistake mistake(DbcToken token, String expected) {
        return UserMistake.in(file, token.line() + ":" + token.column(), expected, token.described());
    }

    private DbcToken scan() {
        skipBlanks();
        if (position == source.length()) {
            return token(Shape.END, position, position);
        }
        char first = source.charAt(position);
        if (first == '"') {
            return quoted();
        }
        if (wordStart(first)) {
            return run(Shape.WORD);
        }
        return numberStarts() ? run(Shape.NUMBER) : token(Shape.MARK, position, position + 1);
    }

    private void skipBlanks() {
        while (position < source.length()) {
            if (at(position, '/') && at(position + 1, '/')) {
                int end = source.indexOf('\n', position);
                position = end < 0 ? source.length() : end;
            } else if (!Character.isWhitespace(source.charAt(position))) {
                return;
            } else if (source.charAt(position++) == '\n') {
                newLine();
            }
        }
    }

    private void newLine() {
        line++;
        lineStart = position;
    }

    private DbcToken run(Shape shape) {
        int end = position + 1;
        while (end < source.length() && (shape == Shape.WORD ? wordPart(end) : numberPart(end))) {
            end++;
        }
        return token(shape, position, end);
    }

    private DbcToken token(Shape shape, int start, int end) {
        DbcToken token = new DbcToken(shape, source.substring(start, end), start, line, start - lineStart + 1);
        position = end;
        return token;
    }

    private DbcToken quoted() {
        DbcToken start = new DbcToken(Shape.MARK, "\"", position, line, position - lineStart + 1);
        StringBuilder text = new StringBuilder();
        position++;
        while (position < source.length() && source.charAt(position) != '"') {
            append(text);
        }
        if (position == source.length()) {
            throw UserMistake.in(
                    file, start.line() + ":" + start.column(), "a text that ends with \"", "the end of the file");
        }
        position++;
        return new DbcToken(Shape.TEXT, text.toString(), start.start(), start.line(), start.column());
    }

    private void append(StringBuilder text) {
        char character = source.charAt(position++);
        if (character == '\\' && position < source.length() && source.charAt(position) == '"') {
            character = source.charAt(position++);
        }
        text.append(character);
        if (character == '\n') {
            newLine();
        }
    }

    private static boolean wordStart(char character) {
        return character == '_' || (character < 128 && Character.isLetter(character));
    }

    private boolean wordPart(int index) {
        char character = source.charAt(index);
        return wordStart(character) || digit(index);
    }

    private boolean numberStarts() {
        char first = source.charAt(position);
        boolean sign = first == '-' || first == '+';
        return digit(position) || (sign && (digit(position + 1) || at(position + 1, '.'))) || at(position, '.');
    }

    private boolean numberPart(int index) {
        boolean exponentSign = (at(index, '-') || at(index, '+')) && (at(index - 1, 'e') || at(index - 1, 'E'));
        return digit(index) || at(index, '.') || at(index, 'e') || at(index, 'E') || exponentSign;
    }

    private boolean digit(int index) {
        return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    private boolean at(int index, char character) {
        return index < source.length() && source.charAt(index) == character;
    }
}
