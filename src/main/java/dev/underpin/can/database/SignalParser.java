package dev.underpin.can.database;

import dev.underpin.can.database.Drafts.MessageDraft;
import dev.underpin.can.database.Drafts.SignalDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one SG_ line into its message. */
final class SignalParser {
    private static final Pattern MULTIPLEXING = Pattern.compile("M|m([0-9]{1,10})(M?)");

    private final DbcTokens tokens;
    private final MessageDraft message;

    SignalParser(DbcTokens tokens, MessageDraft message) {
        this.tokens = tokens;
        this.message = message;
    }

    void parse() {
        DbcToken at = tokens.peek();
        tokens.word("the name of a signal");
        SignalDraft signal = new SignalDraft(at);
        if (message.signals.putIfAbsent(signal.symbol, signal) != null) {
            throw tokens.mistake(at, "a name that no other signal of " + message.symbol + " has");
        }
        if (tokens.atName()) {
            multiplexing(signal);
        }
        tokens.mark(":");
        signal.layout = layout(at);
        signal.signed = signed();
        signal.scaling = scaling();
        signal.receivers = receivers();
    }

    private void multiplexing(SignalDraft signal) {
        DbcToken at = tokens.next();
        Matcher written = MULTIPLEXING.matcher(at.text());
        if (!written.matches()) {
            throw tokens.mistake(at, ": or one of M, m0 and m0M");
        }
        signal.selects = at.text().endsWith("M");
        signal.value = written.group(1) == null ? null : Long.valueOf(written.group(1));
    }

    private BitLayout layout(DbcToken at) {
        int start = tokens.integer("the start bit of a signal", 0, BitLayout.END - 1);
        tokens.mark("|");
        int length = tokens.integer("the length of a signal in bits", 1, Long.SIZE);
        tokens.mark("@");
        BitLayout layout = new BitLayout(start, length, byteOrder());
        if (!message.independent() && layout.bits().length() > 8 * message.length) {
            throw tokens.mistake(at, "a signal within the %d bytes of %s".formatted(message.length, message.symbol));
        }
        return layout;
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

    private Scaling scaling() {
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
        return new Scaling(factor, offset, minimum, maximum, tokens.text("the unit in quotes"));
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
}
