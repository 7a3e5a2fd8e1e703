package dev.underpin.can.database;

import dev.underpin.can.database.Drafts.MessageDraft;
import dev.underpin.can.database.Drafts.SignalDraft;
import dev.underpin.can.database.Multiplexing.Selection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which signal selects which. SG_MUL_VAL_ counts, whatever the marks; without it the number behind the m is a value of the
 * one signal that selects and is not selected.
 */
final class MultiplexResolver {
    private static final int MOST_LEVELS = 16;

    private final DbcTokens tokens;
    private final MessageDraft message;
    private final Map<String, Multiplexing> resolved = new HashMap<>();

    MultiplexResolver(DbcTokens tokens, MessageDraft message) {
        this.tokens = tokens;
        this.message = message;
    }

    /** The part of each signal, by symbol. */
    Map<String, Multiplexing> resolve() {
        String root = root(message.signals.values());
        message.signals.values().forEach(signal -> resolved.put(signal.symbol, resolve(signal, root)));
        message.signals.values().forEach(this::checkLevels);
        return resolved;
    }

    private static @Nullable String root(Collection<SignalDraft> signals) {
        List<String> roots = signals.stream()
                .filter(signal -> signal.selects && signal.value == null && signal.selector == null)
                .map(signal -> signal.symbol)
                .limit(2)
                .toList();
        return roots.size() == 1 ? roots.getFirst() : null;
    }

    private Multiplexing resolve(SignalDraft signal, @Nullable String root) {
        if (signal.selector != null) {
            long value = signal.value == null ? signal.ranges.getFirst().low() : signal.value;
            return new Multiplexing(signal.selects, new Selection(signal.selector, value, signal.ranges));
        }
        Long value = signal.value;
        if (value == null) {
            return new Multiplexing(signal.selects, null);
        }
        if (root == null) {
            throw tokens.mistake(
                    signal.at,
                    "one signal of %s marked M, or SG_MUL_VAL_ to say what selects".formatted(message.symbol));
        }
        return new Multiplexing(signal.selects, new Selection(root, value, List.of(new ValueRange(value, value))));
    }

    private void checkLevels(SignalDraft signal) {
        Selection selection = selectionOf(signal.symbol);
        for (int level = 0; selection != null; level++) {
            if (level == MOST_LEVELS) {
                throw tokens.mistake(
                        signal.at,
                        "a signal that is at most %d selectors deep and does not select itself".formatted(MOST_LEVELS));
            }
            selection = selectionOf(selection.selector());
        }
    }

    private @Nullable Selection selectionOf(String symbol) {
        Multiplexing multiplexing = resolved.get(symbol);
        return multiplexing == null ? null : multiplexing.selection();
    }
}
