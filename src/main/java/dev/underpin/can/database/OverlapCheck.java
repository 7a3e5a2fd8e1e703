package dev.underpin.can.database;

import dev.underpin.can.database.Drafts.MessageDraft;
import dev.underpin.can.database.Drafts.SignalDraft;
import dev.underpin.can.database.Multiplexing.Selection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses signals that share bits, unless their selectors keep them apart. Its work for one file is limited. */
final class OverlapCheck {
    private static final long MOST_STEPS = 200_000_000;

    private final DbcTokens tokens;
    private long steps;

    OverlapCheck(DbcTokens tokens) {
        this.tokens = tokens;
    }

    /** A signal and its bits. */
    private record Placed(SignalDraft signal, BitSet bits) {}

    void check(MessageDraft message, Map<String, Multiplexing> parts) {
        List<Placed> placed = new ArrayList<>();
        for (SignalDraft signal : message.signals.values()) {
            Placed here = new Placed(signal, signal.layout.bits());
            for (Placed other : placed) {
                if (here.bits.intersects(other.bits) && !exclusive(signal, other.signal, parts)) {
                    throw tokens.mistake(signal.at, "a signal that does not overlap " + other.signal.symbol);
                }
            }
            work(signal, placed.size());
            placed.add(here);
        }
    }

    private boolean exclusive(SignalDraft one, SignalDraft other, Map<String, Multiplexing> parts) {
        for (Selection a = selection(one.symbol, parts); a != null; a = selection(a.selector(), parts)) {
            for (Selection b = selection(other.symbol, parts); b != null; b = selection(b.selector(), parts)) {
                work(one, (long) a.ranges().size() * b.ranges().size());
                if (a.selector().equals(b.selector()) && disjoint(a.ranges(), b.ranges())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Selection selection(String symbol, Map<String, Multiplexing> parts) {
        return parts.getOrDefault(symbol, Multiplexing.NONE).selection();
    }

    private static boolean disjoint(List<ValueRange> some, List<ValueRange> others) {
        return some.stream()
                .noneMatch(one ->
                        others.stream().anyMatch(other -> one.low() <= other.high() && other.low() <= one.high()));
    }

    private void work(SignalDraft at, long more) {
        steps += more;
        if (steps > MOST_STEPS) {
            throw tokens.mistake(at.at, "fewer signals and ranges of selectors than a machine can compare");
        }
    }
}
