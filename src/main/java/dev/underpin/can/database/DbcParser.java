package dev.underpin.can.database;

import dev.underpin.can.database.DbcDraft.DraftMessage;
import dev.underpin.can.database.DbcToken.Shape;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Reads a DBC file section by section. What it does not support it refuses, naming the place. */
final class DbcParser {
    private static final long EXTENDED = 1L << 31;

    private final String file;
    private final DbcTokens tokens;
    private final DbcDraft draft = new DbcDraft();

    DbcParser(String file, String text) {
        this.file = file;
        this.tokens = new DbcTokens(new DbcScanner(file, text));
    }

    Database parse() {
        while (tokens.peek().shape() != Shape.END) {
            section(tokens.next());
        }
        return draft.build(file);
    }

    private void section(DbcToken keyword) {
        switch (keyword.text()) {
            case "VERSION" -> tokens.text("the version in quotes");
            case "NS_" -> tokens.skipUntil("BS_");
            case "BS_" -> bitTiming();
            case "BU_" -> nodes();
            case "VAL_TABLE_", "BA_DEF_" -> tokens.skipPast(";");
            case "BO_" -> message();
            case "CM_" -> comment();
            case "BA_DEF_DEF_" -> attributeDefault();
            case "BA_" -> attribute();
            case "VAL_" -> labels();
            default -> throw tokens.mistake(keyword, "one of the sections " + String.join(", ", DbcTokens.SECTIONS));
        }
    }

    private void bitTiming() {
        tokens.mark(":");
        while (tokens.peek().shape() == Shape.NUMBER
                || tokens.peek().is(":")
                || tokens.peek().is(",")) {
            tokens.next();
        }
    }

    private void nodes() {
        tokens.mark(":");
        while (tokens.peek().shape() == Shape.WORD
                && !DbcTokens.SECTIONS.contains(tokens.peek().text())) {
            draft.nodes.add(tokens.next().text());
        }
    }

    private void message() {
        DbcToken idToken = tokens.peek();
        long id = tokens.integer("the identifier of a message");
        String name = tokens.word("the name of a message");
        tokens.mark(":");
        DbcToken lengthToken = tokens.peek();
        int length = (int) tokens.integer("the length of a message in bytes");
        if (!FrameSizes.possible(length)) {
            throw tokens.mistake(lengthToken, "a length that a frame can have: 0..8, 12, 16, 20, 24, 32, 48 or 64");
        }
        DraftMessage message = new DraftMessage(head(idToken, id, name, length, tokens.word("the sending node")));
        if (draft.messages.putIfAbsent(id, message) != null) {
            throw tokens.mistake(idToken, "an identifier that no other message has");
        }
        while (tokens.peek().is("SG_")) {
            tokens.next();
            new SignalParser(tokens, message).parse();
        }
    }

    private MessageHead head(DbcToken at, long id, String name, int length, String sender) {
        boolean extended = id >= EXTENDED;
        long identifier = extended ? id - EXTENDED : id;
        if (identifier > (extended ? 0x1FFF_FFFF : 0x7FF)) {
            throw tokens.mistake(at, "an identifier of 11 bits, or of 29 bits with bit 31 set");
        }
        boolean taken = draft.messages.values().stream()
                .anyMatch(other -> other.head.name().equals(name));
        if (taken) {
            throw tokens.mistake(at, "a name that no other message has for " + name);
        }
        return new MessageHead(name, (int) identifier, extended, length, sender);
    }

    private void comment() {
        DbcToken target = tokens.peek();
        switch (target.text()) {
            case "BO_" -> {
                tokens.next();
                DraftMessage message = knownMessage();
                message.comment = tokens.text("a comment in quotes");
            }
            case "SG_" -> {
                tokens.next();
                DraftMessage message = knownMessage();
                String signal = knownSignal(message);
                message.comment(signal, tokens.text("a comment in quotes"));
            }
            case "BU_" -> {
                tokens.next();
                tokens.word("a node");
                tokens.text("a comment in quotes");
            }
            default -> tokens.text("BO_, SG_, BU_ or a comment in quotes");
        }
        tokens.mark(";");
    }

    private void attributeDefault() {
        String name = tokens.text("the name of an attribute in quotes");
        Double value = attributeValue();
        if (value != null) {
            draft.defaults.put(name, value);
        }
        tokens.mark(";");
    }

    private void attribute() {
        String name = tokens.text("the name of an attribute in quotes");
        if (tokens.peek().is("BO_")) {
            tokens.next();
            DraftMessage message = knownMessage();
            Double value = attributeValue();
            if (value != null) {
                message.attributes.put(name, value);
            }
        } else {
            tokens.skipUntil(";");
        }
        tokens.mark(";");
    }

    private @Nullable Double attributeValue() {
        if (tokens.peek().shape() == Shape.TEXT) {
            tokens.next();
            return null;
        }
        return tokens.number("the value of an attribute");
    }

    private void labels() {
        DraftMessage message = knownMessage();
        String signal = knownSignal(message);
        NavigableMap<Long, String> labels = DbcDraft.noLabels();
        while (tokens.peek().shape() == Shape.NUMBER) {
            labels.put(tokens.integer("a raw value"), tokens.text("the name of a value in quotes"));
        }
        tokens.mark(";");
        message.label(signal, labels);
    }

    private DraftMessage knownMessage() {
        DbcToken at = tokens.peek();
        DraftMessage message = draft.messages.get(tokens.integer("the identifier of a message"));
        if (message == null) {
            throw tokens.mistake(at, "the identifier of a message above");
        }
        return message;
    }

    private String knownSignal(DraftMessage message) {
        DbcToken at = tokens.peek();
        String signal = tokens.word("the name of a signal");
        if (!message.signals.containsKey(signal)) {
            throw tokens.mistake(at, "a signal of " + message.head.name());
        }
        return signal;
    }
}
