package dev.underpin.uds.client;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.client.Unmatched.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request to all with the answers so far. */
final class Round {
    private final byte[] request;
    private final CompletableFuture<List<FunctionalAnswer>> end = new CompletableFuture<>();
    private final Map<String, Part> parts = new TreeMap<>();
    private final List<FunctionalAnswer> answers = new ArrayList<>();
    private long sentAt = ExchangeReport.NEVER;
    private long window;

    Round(byte[] request) {
        this.request = request;
    }

    byte[] request() {
        return request;
    }

    CompletableFuture<List<FunctionalAnswer>> end() {
        return end;
    }

    void sent(long now, long p2) {
        sentAt = now;
        window = now + p2;
    }

    /** When all that may still be answered has been. */
    long until() {
        return parts.values().stream()
                .filter(part -> !part.done)
                .mapToLong(part -> part.until)
                .reduce(window, Math::max);
    }

    /** A first frame gives the ECU the time to send the rest, once. */
    void started(String ecu, long now, long p2Star) {
        if (sentAt != ExchangeReport.NEVER) {
            Part part = part(ecu);
            if (!part.started && !part.done && now <= part.until) {
                part.started = true;
                part.until = now + p2Star;
            }
        }
    }

    @Nullable
    Reason objection(String ecu, byte[] message, long now) {
        if (sentAt == ExchangeReport.NEVER) {
            return Reason.NOT_SENT;
        }
        if (!Echo.answers(request, message)) {
            return Reason.OTHER;
        }
        Part part = part(ecu);
        if (part.done) {
            return Reason.SECOND;
        }
        return now > part.until ? Reason.LATE : null;
    }

    void take(String ecu, byte[] message, long now, ClientTiming timing) {
        Part part = part(ecu);
        boolean positive = Echo.positive(request, message);
        if (!positive && (message[2] & 0xFF) == Nrc.RESPONSE_PENDING.code()) {
            part.wait(now, timing);
            return;
        }
        part.done = true;
        answers.add(
                positive
                        ? new FunctionalAnswer(ecu, new UdsResponse(message, Echo.length(request)), null, now - sentAt)
                        : new FunctionalAnswer(
                                ecu, null, UdsError.negative(request[0] & 0xFF, message[2] & 0xFF), now - sentAt));
    }

    /** Who asked to wait and then said nothing has failed. */
    void over(long now) {
        parts.forEach((ecu, part) -> {
            if (!part.done && part.pending) {
                int sid = request[0] & 0xFF;
                UdsError error = part.until >= part.patience ? UdsError.pendingTooLong(sid) : UdsError.timeout(sid);
                answers.add(new FunctionalAnswer(ecu, null, error, now - sentAt));
            }
        });
        end.complete(List.copyOf(answers));
    }

    private Part part(String ecu) {
        return parts.computeIfAbsent(ecu, unknown -> new Part(window));
    }

    /** What is known of one ECU. */
    private static final class Part {
        private long until;
        private long patience;
        private boolean started;
        private boolean pending;
        private boolean done;

        Part(long until) {
            this.until = until;
        }

        void wait(long now, ClientTiming timing) {
            if (!pending) {
                pending = true;
                patience = now + timing.pendingTotal();
            }
            until = Math.min(now + timing.p2Star(), patience);
        }
    }
}
