package dev.underpin.can.database;

import dev.underpin.can.database.Drafts.Draft;
import dev.underpin.can.database.Drafts.MessageDraft;
import dev.underpin.can.database.Drafts.SignalDraft;
import dev.underpin.can.database.Drafts.VariableDraft;
import org.jspecify.annotations.Nullable;

/** Reads the places of a DBC file that refer to something above. */
final class References {
    private final DbcTokens tokens;
    private final Drafts drafts;

    References(DbcTokens tokens, Drafts drafts) {
        this.tokens = tokens;
        this.drafts = drafts;
    }

    Draft node() {
        DbcToken at = tokens.peek();
        return known(drafts.nodes.get(tokens.word("a node")), at, "a node of BU_");
    }

    MessageDraft message() {
        DbcToken at = tokens.peek();
        long id = tokens.integer("the identifier of a message");
        return known(drafts.messages.get(id), at, "the identifier of a message above");
    }

    SignalDraft signal() {
        return signal(message());
    }

    SignalDraft signal(MessageDraft message) {
        DbcToken at = tokens.peek();
        String symbol = tokens.word("the name of a signal");
        return known(message.signals.get(symbol), at, "a signal of " + message.symbol);
    }

    VariableDraft variable() {
        DbcToken at = tokens.peek();
        String symbol = tokens.word("the name of an environment variable");
        return known(drafts.variables.get(symbol), at, "an environment variable of EV_");
    }

    private <T> T known(@Nullable T draft, DbcToken at, String expected) {
        if (draft == null) {
            throw tokens.mistake(at, expected);
        }
        return draft;
    }
}
