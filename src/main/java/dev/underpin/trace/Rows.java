package dev.underpin.trace;

import dev.underpin.can.CanFrame;
import dev.underpin.can.database.Message;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.trace.Row.Sort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the lines of a trace. */
final class Rows {
    private static final int MAX_CLASSIC = 8;

    private final Vocabulary words;
    private final UdsMeaning uds;
    private final boolean signals;

    Rows(Vocabulary words, boolean signals) {
        this.words = words;
        this.uds = new UdsMeaning(words.table());
        this.signals = signals;
    }

    /**
     * A frame.
     *
     * @param party whose conversation it is part of; null when it is none, or shall not be told
     */
    Row frame(LoggedFrame logged, @Nullable Party party) {
        CanFrame frame = logged.frame();
        if (party != null) {
            return frame(logged, party.title(), IsoTpText.of(frame));
        }
        Optional<Message> message = signals ? words.signals().find(frame) : Optional.empty();
        return message.map(known -> frame(logged, known.name(), SignalText.of(known, frame)))
                .orElseGet(() -> frame(logged, "", ""));
    }

    private static Row frame(LoggedFrame logged, String name, String meaning) {
        CanFrame frame = logged.frame();
        return new Row(
                Sort.FRAME,
                logged.atNanos(),
                logged.channel(),
                FrameId.of(frame).toString(),
                flags(logged),
                frame.remote() ? Math.min(frame.dlc(), MAX_CLASSIC) : frame.length(),
                frame.data(),
                name,
                meaning);
    }

    private static String flags(LoggedFrame logged) {
        CanFrame frame = logged.frame();
        return (frame.fd() ? "F" : "")
                + (frame.bitRateSwitch() ? "B" : "")
                + (frame.esi() ? "E" : "")
                + (frame.remote() ? "R" : "")
                + (logged.direction() == Direction.TX ? "T" : "");
    }

    /** A diagnostic message that {@code last} completed. */
    Row message(LoggedFrame last, Party party, byte[] message) {
        boolean refused = party.response() && UdsMeaning.refuses(message);
        return new Row(
                refused ? Sort.REFUSAL : Sort.MESSAGE,
                last.atNanos(),
                last.channel(),
                "UDS",
                "",
                message.length,
                message,
                party.title(),
                uds.of(party, message));
    }

    Row error(LoggedError error) {
        return new Row(
                Sort.ERROR,
                error.atNanos(),
                error.channel(),
                "ERROR",
                "",
                0,
                new byte[0],
                "error frame",
                error.error().text());
    }
}
