package dev.underpin.can.database;

import dev.underpin.can.database.DbcToken.Shape;
import dev.underpin.mistake.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the tokens that a rule expects and refuses others. */
final class DbcTokens {
    /** The sections that are kept as text. */
    static final Set<String> UNINTERPRETED = Set.of(
            "SGTYPE_",
            "SGTYPE_VAL_",
            "SIG_TYPE_REF_",
            "SIGTYPE_VALTYPE_",
            "BA_DEF_SGTYPE_",
            "BA_SGTYPE_",
            "CAT_DEF_",
            "CAT_");

    /** The words that begin a section, sorted. */
    static final Set<String> SECTIONS = sections();

    private final DbcScanner scanner;

    DbcTokens(DbcScanner scanner) {
        this.scanner = scanner;
    }

    private static Set<String> sections() {
        Set<String> sections = new TreeSet<>(UNINTERPRETED);
        sections.addAll(List.of(
                "VERSION",
                "NS_",
                "BS_",
                "BU_",
                "VAL_TABLE_",
                "BO_",
                "BO_TX_BU_",
                "EV_",
                "ENVVAR_DATA_",
                "CM_",
                "BA_DEF_",
                "BA_DEF_REL_",
                "BA_DEF_DEF_",
                "BA_DEF_DEF_REL_",
                "BA_",
                "BA_REL_",
                "VAL_",
                "SIG_GROUP_",
                "SIG_VALTYPE_",
                "SG_MUL_VAL_"));
        return sections;
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

    /** Whether a name stands here, and neither the next section nor the next signal. */
    boolean atName() {
        String text = peek().text();
        boolean keyword = text.endsWith("_") && (text.equals("SG_") || SECTIONS.contains(text));
        return peek().shape() == Shape.WORD && !keyword;
    }

    String word(String what) {
        if (!atName()) {
            throw mistake(peek(), what);
        }
        return next().text();
    }

    /** Names, with or without commas between them, up to something else. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        while (atName()) {
            words.add(next().text());
            if (peek().is(",")) {
                next();
            }
        }
        return words;
    }

    String text(String what) {
        return expect(Shape.TEXT, what).text();
    }

    double number(String what) {
        return number(expect(Shape.NUMBER, what), what);
    }

    /** The finite number that {@code token} is. */
    double number(DbcToken token, String what) {
        try {
            double number = Double.parseDouble(token.text());
            if (Double.isFinite(number)) {
                return number;
            }
            throw mistake(token, what + " that a double-precision number can hold");
        } catch (NumberFormatException malformed) {
            throw mistake(token, what);
        }
    }

    long integer(String what) {
        DbcToken token = expect(Shape.NUMBER, what);
        Long whole = whole(token);
        if (whole == null) {
            throw mistake(token, what + ", a whole number");
        }
        return whole;
    }

    /** A whole number of {@code least..most}. */
    int integer(String what, int least, int most) {
        DbcToken token = peek();
        long integer = integer(what);
        if (integer < least || integer > most) {
            throw mistake(token, "%s, %d..%d".formatted(what, least, most));
        }
        return (int) integer;
    }

    /** The 64 bits of a whole number, which may be unsigned. */
    long bits(String what) {
        DbcToken token = expect(Shape.NUMBER, what);
        try {
            String text = token.text();
            return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException malformed) {
            throw mistake(token, what + ", a whole number of 64 bits");
        }
    }

    /** The whole number that {@code token} is, or null. */
    static @Nullable Long whole(DbcToken token) {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException other) {
            return null;
        }
    }

    void mark(String mark) {
        if (!peek().is(mark)) {
            throw mistake(peek(), mark);
        }
        next();
    }

    /** The text from {@code first} to the next semicolon. */
    String rest(DbcToken first) {
        while (!peek().is(";")) {
            if (peek().shape() == Shape.END) {
                throw mistake(peek(), ";");
            }
            next();
        }
        return scanner.slice(first, next()) + ";";
    }

    private DbcToken expect(Shape shape, String what) {
        if (peek().shape() != shape) {
            throw mistake(peek(), what);
        }
        return next();
    }
}
