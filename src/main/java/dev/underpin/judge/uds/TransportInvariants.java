package dev.underpin.judge.uds;

import dev.underpin.history.Entry;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.time.Nanos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What holds of the frames of every diagnostic message (ISO 15765-2:2016, ISO 15765-4:2021): separation time and block size that the
 * receiver asked for, and padding. Diagnostic are the identifiers 700 to 7FF; a response has the request's identifier plus 8.
 */
final class TransportInvariants {
    private static final int FIRST = 0x700;
    private static final int LAST = 0x7FF;
    private static final int PARTNER = 8;
    private static final int CLASSIC = 8;
    private static final long TOLERANCE = 100 * Nanos.MICROSECOND;

    private TransportInvariants() {}

    static List<Promise> all() {
        return List.of(
                promise("TP-STMIN", "no consecutive frame comes before the separation time asked for", Sender::tooSoon),
                promise("TP-BLOCKSIZE", "no more consecutive frames come than were allowed", Sender::tooMany),
                promise("TP-PADDING", "each diagnostic frame is padded to its full length", Sender::bare));
    }

    private static Promise promise(String id, String text, Function<Sender, Optional<String>> complaint) {
        return new Promise(id, text, history -> judged(history, complaint));
    }

    private static Finding judged(History history, Function<Sender, Optional<String>> complaint) {
        if (!history.of(Kind.FAULT).isEmpty()) {
            return Finding.notRun("what was sent may have been disturbed");
        }
        List<Entry> messages = history.of(Kind.UDS);
        if (messages.isEmpty()) {
            return Finding.notRun("no diagnostic message was seen");
        }
        for (FrameLog log : history.buses()) {
            Map<Integer, Sender> senders = new HashMap<>();
            for (int i = 0; i < log.size(); i++) {
                int id = log.id(i);
                if (id >= FIRST && id <= LAST && (log.flags(i) & FrameLog.FLAG_FD) == 0) {
                    Sender sender = senders.computeIfAbsent(id, any -> new Sender());
                    byte[] data = log.data(i);
                    sender.sent(log.at(i), data);
                    Optional<String> words = complaint.apply(sender);
                    if (words.isPresent()) {
                        return Finding.fail("%03X on %s: %s".formatted(id, log.bus(), words.get()));
                    }
                    flowControl(senders, id, data);
                }
            }
        }
        return Finding.pass("in all frames of %d messages".formatted(messages.size()), messages.getLast());
    }

    private static void flowControl(Map<Integer, Sender> senders, int id, byte[] data) {
        if (data.length > 2 && (data[0] & 0xFF) == 0x30) {
            List.of(id + PARTNER, id - PARTNER).forEach(partner -> {
                Sender sender = senders.get(partner);
                if (sender != null) {
                    sender.mayGoOn(data[1] & 0xFF, data[2] & 0xFF);
                }
            });
        }
    }

    /** Who sends under an identifier: the last frame, and what the receiver of a segmented message allowed. */
    private static final class Sender {
        private byte[] frame = {};
        private boolean consecutive;
        private boolean after;
        private long at;
        private long gap;
        private int block;
        private int inBlock;
        private long separation;

        void sent(long now, byte[] data) {
            boolean next = data.length > 0 && (data[0] & 0xF0) == 0x20;
            after = consecutive && next;
            consecutive = next;
            gap = now - at;
            at = now;
            frame = data;
            inBlock = next ? inBlock + 1 : inBlock;
        }

        void mayGoOn(int blockSize, int stMin) {
            block = blockSize;
            inBlock = 0;
            consecutive = false;
            separation = separation(stMin);
        }

        Optional<String> tooSoon() {
            return after && gap + TOLERANCE < separation
                    ? Optional.of("a consecutive frame came after %.2f ms instead of %.2f ms"
                            .formatted(millis(gap), millis(separation)))
                    : Optional.empty();
        }

        Optional<String> tooMany() {
            return consecutive && block > 0 && inBlock > block
                    ? Optional.of("%d consecutive frames came where %d were allowed".formatted(inBlock, block))
                    : Optional.empty();
        }

        Optional<String> bare() {
            return frame.length < CLASSIC
                    ? Optional.of("a frame has only %d bytes".formatted(frame.length))
                    : Optional.empty();
        }

        private static long separation(int stMin) {
            if (stMin <= 0x7F) {
                return stMin * Nanos.MILLISECOND;
            }
            boolean micros = stMin >= 0xF1 && stMin <= 0xF9;
            return micros ? (stMin - 0xF0) * 100L * Nanos.MICROSECOND : 0x7F * Nanos.MILLISECOND;
        }

        private static double millis(long nanos) {
            return nanos / (double) Nanos.MILLISECOND;
        }
    }
}
