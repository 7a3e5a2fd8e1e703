package dev.underpin.can.database;

import dev.underpin.can.database.DbcToken.Shape;
import dev.underpin.mistake.UserMistake;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes the tokens that a rule expects and refuses others. */
final class DbcTokens {
    /** The words that begin a section, sorted. */
    static final Set<String> SECTIONS = new TreeSet<>(List.of(
            "VERSION", "NS_", "BS_", "BU_", "VAL_TABLE_", "BO_", "CM_", "BA_DEF_", "BA_DEF_DEF_", "BA_", "VAL_"));

    private final DbcScanner scanner;

    DbcTokens(DbcScanner scanner) {
        this.scanner = scanner;
    }

    DbcToken peek() {
        return scanner.peek();
    }

    DbcToken next() {
        return scanner.next();
    }

    UserMistake mistake(DbcToken token, String expected) {
        return scanner.mistake(token, expected);
    }

    String word(String what) {
        if (peek().is("SG_") || SECTIONS.contains(peek().text())) {
            throw mistake(peek(), what);
        }
        return expect(Shape.WORD, what).text();
    }

    String text(String what) {
        return expect(Shape.TEXT, what).text();
    }

    double number(String what) {
        DbcToken token = expect(Shape.NUMBER, what);
        try {
            return Double.parseDouble(token.text());
        } catch (NumberFormatException malformed) {
            throw mistake(token, what);
        }
    }

    long integer(String what) {
        DbcToken token = expect(Shape.NUMBER, what);
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException malformed) {
            throw mistake(token, what + ", a whole number");
        }
    }

    void mark(String mark) {
        if (!peek().is(mark)) {
            throw mistake(peek(), mark);
        }
        next();
    }

    void skipUntil(String text) {
        while (!peek().is(text)) {
            if (peek().shape() == Shape.END) {
                throw mistake(peek(), text);
            }
            next();
        }
    }

    void skipPast(String mark) {
        skipUntil(mark);
        next();
    }

    private DbcToken expect(Shape shape, String what) {
        if (peek().shape() != shape) {
            throw mistake(peek(), what);
        }
        return next();
    }
}
