package dev.underpin.can.database;

import dev.underpin.can.database.DbcToken.Shape;
import dev.underpin.can.database.Drafts.MessageDraft;
import dev.underpin.can.database.Drafts.SignalDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads BO_ with its signals, and the sections that add to them. */
final class MessageParser {
    private static final int MOST_SIGNALS = 4096;
    private static final int MOST_RANGES = 1024;

    private final DbcTokens tokens;
    private final Drafts drafts;
    private final References references;
    private final Set<String> names = new HashSet<>();

    MessageParser(DbcTokens tokens, Drafts drafts, References references) {
        this.tokens = tokens;
        this.drafts = drafts;
        this.references = references;
    }

    void message() {
        DbcToken idToken = tokens.peek();
        long id = tokens.integer("the identifier of a message");
        if (!DbcId.possible(id)) {
            throw tokens.mistake(idToken, "an identifier of 11 bits, or of 29 bits with bit 31 set");
        }
        DbcToken nameToken = tokens.peek();
        if (!names.add(tokens.word("the name of a message"))) {
            throw tokens.mistake(nameToken, "a name that no other message has");
        }
        tokens.mark(":");
        MessageDraft message =
                new MessageDraft(nameToken, id, length(DbcId.extended(id)), tokens.word("the sending node"));
        if (drafts.messages.putIfAbsent(id, message) != null) {
            throw tokens.mistake(idToken, "an identifier that no other message has");
        }
        while (tokens.peek().is("SG_")) {
            DbcToken keyword = tokens.next();
            if (message.signals.size() == MOST_SIGNALS) {
                throw tokens.mistake(keyword, "at most %d signals in a message".formatted(MOST_SIGNALS));
            }
            new SignalParser(tokens, message).parse();
        }
    }

    private int length(boolean extended) {
        DbcToken token = tokens.peek();
        long length = tokens.integer("the length of a message in bytes");
        if (!FrameSizes.possible(length, extended)) {
            throw tokens.mistake(
                    token,
                    extended
                            ? "a length of 0..%d bytes".formatted(FrameSizes.LONGEST_MESSAGE)
                            : "a length that a frame can have: 0..8, 12, 16, 20, 24, 32, 48 or 64");
        }
        return (int) length;
    }

    void transmitters() {
        DbcToken at = tokens.peek();
        MessageDraft message = references.message();
        if (message.transmitters != null) {
            throw tokens.mistake(at, "one BO_TX_BU_ for " + message.symbol);
        }
        tokens.mark(":");
        message.transmitters = tokens.words();
        tokens.mark(";");
    }

    void group() {
        MessageDraft message = references.message();
        DbcToken at = tokens.peek();
        String name = tokens.word("the name of a signal group");
        long repetitions = tokens.integer("the repetitions of a signal group");
        tokens.mark(":");
        List<String> signals = new ArrayList<>();
        while (tokens.atName()) {
            signals.add(references.signal(message).symbol);
            if (tokens.peek().is(",")) {
                tokens.next();
            }
        }
        tokens.mark(";");
        if (message.groups.putIfAbsent(name, new SignalGroup(name, repetitions, signals)) != null) {
            throw tokens.mistake(at, "a name that no other signal group of " + message.symbol + " has");
        }
    }

    void format() {
        SignalDraft signal = references.signal();
        if (tokens.peek().is(":")) {
            tokens.next();
        }
        DbcToken at = tokens.peek();
        signal.format = NumberFormat.of(tokens.integer("0 for integer, 1 for float or 2 for double", 0, 2));
        int bits = signal.format == NumberFormat.FLOAT ? Float.SIZE : Double.SIZE;
        if (signal.format != NumberFormat.INTEGER && signal.layout.length() != bits) {
            throw tokens.mistake(
                    at,
                    "the format of a signal of %d bits such as %s".formatted(signal.layout.length(), signal.symbol));
        }
        tokens.mark(";");
    }

    void selection() {
        MessageDraft message = references.message();
        DbcToken at = tokens.peek();
        SignalDraft signal = references.signal(message);
        if (signal.selector != null) {
            throw tokens.mistake(at, "one SG_MUL_VAL_ for " + signal.symbol);
        }
        DbcToken selector = tokens.peek();
        signal.selector = references.signal(message).symbol;
        if (!Objects.requireNonNull(message.signals.get(signal.selector)).selects) {
            throw tokens.mistake(selector, "a signal marked M");
        }
        signal.ranges = ranges();
        tokens.mark(";");
    }

    private List<ValueRange> ranges() {
        List<ValueRange> ranges = new ArrayList<>();
        do {
            if (!ranges.isEmpty()) {
                tokens.mark(",");
            }
            DbcToken at = tokens.peek();
            long low = tokens.integer("a value of the selector");
            long high = upper();
            if (low < 0 || high < low || ranges.size() == MOST_RANGES) {
                throw tokens.mistake(at, "at most %d rising ranges from 0".formatted(MOST_RANGES));
            }
            ranges.add(new ValueRange(low, high));
        } while (tokens.peek().is(","));
        return ranges;
    }

    /** In {@code 3-5} the second number looks like a negative one. */
    private long upper() {
        if (tokens.peek().is("-")) {
            tokens.next();
            return tokens.integer("the last value of a range");
        }
        DbcToken at = tokens.peek();
        if (at.shape() != Shape.NUMBER || !at.text().startsWith("-")) {
            throw tokens.mistake(at, "- and the last value of a range");
        }
        return -tokens.integer("the last value of a range");
    }
}
