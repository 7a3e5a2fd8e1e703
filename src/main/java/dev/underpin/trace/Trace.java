package dev.underpin.trace;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the entries of a log line by line, in their order: each entry that is wanted is one line, and a diagnostic message follows the
 * frame that completes it. Memory grows with the identifiers of the control units and their longest messages, not with the log.
 * Confined to one thread.
 */
public final class Trace {
    private final Vocabulary words;
    private final Selection selection;
    private final @Nullable String ecu;
    private final Decode decode;
    private final Layout layout;
    private final Parties parties;
    private final Rows rows;
    private final Reassembly reassembly = new Reassembly();

    /**
     * A trace.
     *
     * @param ecu only what this control unit sends, and what is asked of it; null for all
     * @throws dev.underpin.mistake.UserMistake when nobody knows {@code ecu}
     */
    public Trace(Vocabulary words, Selection selection, @Nullable String ecu, Decode decode, Layout layout) {
        this.words = words;
        this.selection = selection;
        this.ecu = ecu == null ? null : words.ecu(ecu);
        this.decode = decode;
        this.layout = layout;
        this.parties = new Parties(words);
        this.rows = new Rows(words, decode.signals());
    }

    /**
     * Adds the lines for {@code entry}, each with its end; none when it is not wanted. Give it every entry, in order, so that messages
     * are put together.
     *
     * @param start where the log starts, see {@link LogStart}
     */
    public void add(StringBuilder lines, LogEntry entry, long start) {
        boolean inside = selection.wants(entry, start);
        switch (entry) {
            case LoggedFrame logged -> frame(lines, logged, start, inside);
            case LoggedError error -> {
                if (inside && ecu == null) {
                    layout.add(lines, rows.error(error), start);
                }
            }
        }
    }

    private void frame(StringBuilder lines, LoggedFrame logged, long start, boolean inside) {
        Optional<Party> party = parties.of(logged.channel(), logged.frame());
        boolean wanted = inside && concerns(party, logged.frame());
        Party told = decode.uds() ? party.orElse(null) : null;
        if (wanted) {
            layout.add(lines, rows.frame(logged, told), start);
        }
        if (told != null) {
            reassembly
                    .frame(logged)
                    .filter(message -> wanted)
                    .ifPresent(message -> layout.add(lines, rows.message(logged, told, message), start));
        }
    }

    private boolean concerns(Optional<Party> party, CanFrame frame) {
        return ecu == null || party.filter(one -> one.isOrAddresses(ecu)).isPresent() || words.sends(ecu, frame);
    }
}
