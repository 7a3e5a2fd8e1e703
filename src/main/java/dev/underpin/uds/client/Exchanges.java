package dev.underpin.uds.client;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.TesterLink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The queue of requests to one ECU and the one that is outstanding: matching, waiting, repeating. */
final class Exchanges {
    private final Scheduler scheduler;
    private final TesterLink link;
    private final ClientTiming timing;
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private final Alarm deadline;
    private final Alarm retry;
    private @Nullable Exchange current;
    private Consumer<byte[]> unmatched = message -> {};
    private long lastActivity;

    Exchanges(Scheduler scheduler, TesterLink link, ClientTiming timing) {
        this.scheduler = scheduler;
        this.link = link;
        this.timing = timing;
        this.lastActivity = scheduler.now();
        deadline = scheduler.alarm(this::deadlinePassed);
        retry = scheduler.alarm(this::sendCurrent);
        link.listen(this::answerStarted, this::received);
    }

    void onUnmatched(Consumer<byte[]> listener) {
        unmatched = listener;
    }

    void add(Exchange exchange) {
        waiting.add(exchange);
        next();
    }

    boolean idle() {
        return current == null;
    }

    long lastActivity() {
        return lastActivity;
    }

    void failAll() {
        Exchange outstanding = current;
        if (outstanding != null) {
            waiting.addFirst(outstanding);
        }
        current = null;
        deadline.cancel();
        retry.cancel();
        while (!waiting.isEmpty()) {
            Exchange exchange = waiting.remove();
            exchange.answer.completeExceptionally(UdsError.closed(exchange.sid()));
        }
    }

    private void next() {
        if (current == null && !waiting.isEmpty()) {
            current = waiting.remove();
            sendCurrent();
        }
    }

    private void sendCurrent() {
        Exchange exchange = current;
        if (exchange != null) {
            lastActivity = scheduler.now();
            link.send(exchange.request, () -> sent(exchange), why -> notSent(exchange, why));
        }
    }

    private void sent(Exchange exchange) {
        if (exchange != current) {
            return;
        }
        lastActivity = scheduler.now();
        if (exchange.keepAlive()) {
            succeed(exchange, new byte[0]);
        } else if (!deadline.armed() && !retry.armed()) {
            deadline.in(timing.p2());
        }
    }

    private void notSent(Exchange exchange, String why) {
        if (exchange == current && !repeated(exchange)) {
            fail(exchange, UdsError.transport(exchange.sid(), why));
        }
    }

    private void answerStarted() {
        if (deadline.armed()) {
            deadline.in(timing.p2Star());
        }
    }

    private void deadlinePassed() {
        Exchange exchange = current;
        if (exchange == null) {
            return;
        }
        if (exchange.suppressed() && !exchange.pending()) {
            succeed(exchange, new byte[0]);
        } else if (exchange.pending() || !repeated(exchange)) {
            fail(
                    exchange,
                    overdue(exchange) ? UdsError.pendingTooLong(exchange.sid()) : UdsError.timeout(exchange.sid()));
        }
    }

    /** Asks once more what was lost on the way, if that is harmless. */
    private boolean repeated(Exchange exchange) {
        if (!exchange.reads() || exchange.repeats == timing.repeats()) {
            return false;
        }
        exchange.repeats++;
        sendCurrent();
        return true;
    }

    private boolean overdue(Exchange exchange) {
        return exchange.pending() && scheduler.now() - exchange.pendingSince >= exchange.pendingTotal;
    }

    private void received(byte[] message) {
        Exchange exchange = current;
        if (exchange == null || retry.armed() || message.length == 0) {
            unmatched.accept(message);
        } else if (Echo.positive(exchange.request, message)) {
            succeed(exchange, message);
        } else if (Echo.negative(exchange.request, message)) {
            refused(exchange, message[2] & 0xFF);
        } else {
            unmatched.accept(message);
        }
    }

    private void refused(Exchange exchange, int code) {
        if (code == Nrc.RESPONSE_PENDING.code()) {
            waitOn(exchange);
        } else if (busy(code) && exchange.retries < timing.retries()) {
            exchange.retries++;
            deadline.cancel();
            retry.in(timing.retryAfter());
        } else {
            fail(exchange, UdsError.negative(exchange.sid(), code));
        }
    }

    private static boolean busy(int code) {
        return code == Nrc.BUSY_REPEAT_REQUEST.code() || code == Nrc.RESOURCE_UNAVAILABLE.code();
    }

    private void waitOn(Exchange exchange) {
        if (!exchange.pending()) {
            exchange.pendingSince = scheduler.now();
        }
        long patience = exchange.pendingSince + exchange.pendingTotal;
        deadline.at(Math.min(scheduler.now() + timing.p2Star(), patience));
    }

    private void succeed(Exchange exchange, byte[] message) {
        release();
        exchange.answer.complete(new UdsResponse(message, Echo.length(exchange.request)));
        next();
    }

    private void fail(Exchange exchange, UdsError error) {
        release();
        exchange.answer.completeExceptionally(error);
        next();
    }

    private void release() {
        current = null;
        deadline.cancel();
        retry.cancel();
        lastActivity = scheduler.now();
    }
}
