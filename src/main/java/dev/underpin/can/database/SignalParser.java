package dev.underpin.can.database;

import dev.underpin.can.database.DbcDraft.DraftMessage;
import dev.underpin.can.database.DbcToken.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads one SG_ line into its message. */
final class SignalParser {
    private final DbcTokens tokens;
    private final DraftMessage message;

    SignalParser(DbcTokens tokens, DraftMessage message) {
        this.tokens = tokens;
        this.message = message;
    }

    void parse() {
        DbcToken at = tokens.peek();
        String name = tokens.word("the name of a signal");
        if (tokens.peek().shape() == Shape.WORD) {
            throw tokens.mistake(tokens.peek(), ": (multiplexed signals are not supported)");
        }
        tokens.mark(":");
        Signal signal = signal(name);
        checkPlace(at, signal);
        if (message.signals.putIfAbsent(name, signal) != null) {
            throw tokens.mistake(at, "a name that no other signal of " + message.head.name() + " has");
        }
    }

    private Signal signal(String name) {
        int startBit = (int) tokens.integer("the start bit of a signal");
        tokens.mark("|");
        int length = length();
        tokens.mark("@");
        ByteOrder order = byteOrder();
        boolean signed = signed();
        tokens.mark("(");
        double factor = factor();
        tokens.mark(",");
        double offset = tokens.number("the offset");
        tokens.mark(")");
        tokens.mark("[");
        double minimum = tokens.number("the minimum");
        tokens.mark("|");
        double maximum = tokens.number("the maximum");
        tokens.mark("]");
        String unit = tokens.text("the unit in quotes");
        return new Signal(
                name,
                startBit,
                length,
                order,
                signed,
                factor,
                offset,
                minimum,
                maximum,
                unit,
                receivers(),
                DbcDraft.noLabels(),
                "");
    }

    private int length() {
        DbcToken at = tokens.peek();
        long length = tokens.integer("the length of a signal in bits");
        if (length < 1 || length > Long.SIZE) {
            throw tokens.mistake(at, "1 to 64 bits");
        }
        return (int) length;
    }

    private ByteOrder byteOrder() {
        DbcToken at = tokens.peek();
        long code = tokens.integer("the byte order");
        if (code != 0 && code != 1) {
            throw tokens.mistake(at, "1 for little endian or 0 for big endian");
        }
        return code == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private boolean signed() {
        DbcToken sign = tokens.next();
        if (!sign.is("+") && !sign.is("-")) {
            throw tokens.mistake(sign, "+ for unsigned or - for signed");
        }
        return sign.is("-");
    }

    private double factor() {
        DbcToken at = tokens.peek();
        double factor = tokens.number("the factor");
        if (factor == 0) {
            throw tokens.mistake(at, "a factor other than 0");
        }
        return factor;
    }

    private List<String> receivers() {
        List<String> receivers = new ArrayList<>();
        receivers.add(tokens.word("a receiving node"));
        while (tokens.peek().is(",")) {
            tokens.next();
            receivers.add(tokens.word("a receiving node"));
        }
        return receivers;
    }

    private void checkPlace(DbcToken at, Signal signal) {
        BitSet bits = bits(signal);
        if (bits.length() > 8 * message.head.length()) {
            throw tokens.mistake(
                    at, "a signal within the %d bytes of %s".formatted(message.head.length(), message.head.name()));
        }
        for (Signal other : message.signals.values()) {
            if (bits.intersects(bits(other))) {
                throw tokens.mistake(at, "a signal that does not overlap " + other.name());
            }
        }
    }

    private static BitSet bits(Signal signal) {
        BitSet bits = new BitSet();
        int bit = signal.startBit();
        for (int i = 0; i < signal.length(); i++) {
            bits.set(bit);
            bit = next(signal.byteOrder(), bit);
        }
        return bits;
    }

    private static int next(ByteOrder order, int bit) {
        if (order == ByteOrder.LITTLE_ENDIAN) {
            return bit + 1;
        }
        return (bit & 7) == 0 ? bit + 15 : bit - 1;
    }
}
