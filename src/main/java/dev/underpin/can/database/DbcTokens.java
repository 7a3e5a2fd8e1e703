package dev.underpin.can.database;

import dev.underpin.can.database.DbcScanner.Token;
import dev.underpin.can.database.DbcScanner.Type;
import dev.underpin.mistake.UserMistake;

/** Takes the tokens that a rule expects and refuses others. */
final class DbcTokens {
    private final DbcScanner scanner;

    DbcTokens(DbcScanner scanner) {
        this.scanner = scanner;
    }

    Token peek() {
        return scanner.peek();
    }

    Token next() {
        return scanner.next();
    }

    UserMistake mistake(Token token, String expected) {
        return scanner.mistake(token, expected);
    }

    String word(String what) {
        return expect(Type.WORD, what).text();
    }

    String text(String what) {
        return expect(Type.TEXT, what).text();
    }

    double number(String what) {
        Token token = expect(Type.NUMBER, what);
        try {
            return Double.parseDouble(token.text());
        } catch (NumberFormatException malformed) {
            throw mistake(token, what);
        }
    }

    long integer(String what) {
        Token token = expect(Type.NUMBER, what);
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
            if (peek().type() == Type.END) {
                throw mistake(peek(), text);
            }
            next();
        }
    }

    void skipPast(String mark) {
        skipUntil(mark);
        next();
    }

    private Token expect(Type type, String what) {
        if (peek().type() != type) {
            throw mistake(peek(), what);
        }
        return next();
    }
}
