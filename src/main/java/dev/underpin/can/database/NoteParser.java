package dev.underpin.can.database;

import dev.underpin.can.database.DbcToken.Shape;
import dev.underpin.can.database.Drafts.Draft;
import dev.underpin.can.database.Drafts.VariableDraft;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads comments, tables of values and environment variables. */
final class NoteParser {
    private final DbcTokens tokens;
    private final Drafts drafts;
    private final References references;

    NoteParser(DbcTokens tokens, Drafts drafts, References references) {
        this.tokens = tokens;
        this.drafts = drafts;
        this.references = references;
    }

    void comment() {
        DbcToken target = tokens.peek();
        if (target.shape() == Shape.TEXT) {
            drafts.comments.add(tokens.next().text());
        } else {
            tokens.next();
            Draft draft = switch (target.text()) {
                case "BU_" -> references.node();
                case "BO_" -> references.message();
                case "SG_" -> references.signal();
                case "EV_" -> references.variable();
                default -> throw tokens.mistake(target, "BU_, BO_, SG_, EV_ or a comment in quotes");
            };
            if (draft.comment != null) {
                throw tokens.mistake(target, "one comment on " + draft.symbol);
            }
            draft.comment = tokens.text("a comment in quotes");
        }
        tokens.mark(";");
    }

    void table() {
        DbcToken at = tokens.peek();
        String name = tokens.word("the name of a value table");
        ValueTable table = new ValueTable(name, values());
        if (drafts.tables.putIfAbsent(name, table) != null) {
            throw tokens.mistake(at, "a name that no other value table has");
        }
    }

    void labels() {
        DbcToken at = tokens.peek();
        Draft draft = at.shape() == Shape.WORD ? references.variable() : references.signal();
        if (draft.labels != null) {
            throw tokens.mistake(at, "one VAL_ for " + draft.symbol);
        }
        draft.labels = values();
    }

    private NavigableMap<Long, String> values() {
        NavigableMap<Long, String> labels = new TreeMap<>();
        while (tokens.peek().shape() == Shape.NUMBER) {
            DbcToken at = tokens.peek();
            long raw = tokens.bits("a raw value");
            if (labels.putIfAbsent(raw, tokens.text("the name of a value in quotes")) != null) {
                throw tokens.mistake(at, "a raw value that has no name yet");
            }
        }
        tokens.mark(";");
        return labels;
    }

    void variable() {
        DbcToken at = tokens.peek();
        String symbol = tokens.word("the name of an environment variable");
        tokens.mark(":");
        long type = tokens.integer("the type of an environment variable");
        tokens.mark("[");
        double minimum = tokens.number("the minimum");
        tokens.mark("|");
        double maximum = tokens.number("the maximum");
        tokens.mark("]");
        String unit = tokens.text("the unit in quotes");
        double initial = tokens.number("the initial value");
        long number = tokens.integer("the number of the variable");
        String access = tokens.word("the access, such as DUMMY_NODE_VECTOR0");
        List<String> nodes = tokens.words();
        tokens.mark(";");
        EnvironmentVariable line = new EnvironmentVariable(
                symbol,
                type,
                minimum,
                maximum,
                unit,
                initial,
                number,
                access,
                nodes,
                new TreeMap<>(),
                null,
                Map.of(),
                "");
        if (drafts.variables.putIfAbsent(symbol, new VariableDraft(at, line)) != null) {
            throw tokens.mistake(at, "a name that no other environment variable has");
        }
    }

    void variableData() {
        DbcToken at = tokens.peek();
        VariableDraft variable = references.variable();
        if (variable.dataBytes != null) {
            throw tokens.mistake(at, "one ENVVAR_DATA_ for " + variable.symbol);
        }
        tokens.mark(":");
        variable.dataBytes = tokens.integer("the size of the variable in bytes");
        tokens.mark(";");
    }
}
