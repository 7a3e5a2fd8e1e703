package dev.underpin.uds.client;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.Unmatched.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The queue of requests to one ECU and the one that is outstanding: matching, waiting, repeating. */
final class Exchanges {
    private static final int REMEMBERED = 8;

    private final Scheduler scheduler;
    private final TesterLink link;
    private final ClientTiming timing;
    private final Patience patience;
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private final Deque<byte[]> givenUp = new ArrayDeque<>();
    private final Alarm deadline;
    private final Alarm retry;
    private @Nullable Exchange current;
    private Consumer<Unmatched> unmatched = message -> {};
    private Consumer<ExchangeReport> reports = report -> {};
    private long lastActivity;

    Exchanges(Scheduler scheduler, TesterLink link, ClientTiming timing) {
        this.scheduler = scheduler;
        this.link = link;
        this.timing = timing;
        this.patience = new Patience(timing);
        this.lastActivity = scheduler.now();
        deadline = scheduler.alarm(this::deadlinePassed);
        retry = scheduler.alarm(this::sendCurrent);
        link.listen(this::answerStarted, this::received);
    }

    void onUnmatched(Consumer<Unmatched> listener) {
        unmatched = listener;
    }

    void onExchange(Consumer<ExchangeReport> listener) {
        reports = listener;
    }

    CompletableFuture<UdsResponse> add(byte[] request, long pendingTotal, boolean once, BooleanSupplier wanted) {
        Exchange exchange = new Exchange(request, pendingTotal, once, wanted, scheduler.now());
        waiting.add(exchange);
        next();
        return exchange.answer;
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

    /** What was asked is forgotten; its futures never complete. */
    void forgetAll() {
        release();
        waiting.clear();
        givenUp.clear();
    }

    private void next() {
        if (current == null && !waiting.isEmpty()) {
            current = waiting.remove();
            sendCurrent();
        }
    }

    private void sendCurrent() {
        Exchange exchange = current;
        if (exchange != null && !exchange.wanted.getAsBoolean()) {
            fail(exchange, UdsError.closed(exchange.sid()));
        } else if (exchange != null) {
            lastActivity = scheduler.now();
            exchange.begun(lastActivity);
            link.send(exchange.request, () -> sent(exchange), why -> notSent(exchange, why));
        }
    }

    private void sent(Exchange exchange) {
        if (exchange != current) {
            return;
        }
        lastActivity = scheduler.now();
        exchange.sent(lastActivity);
        if (exchange.keepAlive()) {
            succeed(exchange, new byte[0]);
        } else if (!retry.armed()) {
            deadline.in(patience.p2());
        }
    }

    private void notSent(Exchange exchange, String why) {
        if (exchange == current && !repeated(exchange)) {
            fail(exchange, UdsError.transport(exchange.sid(), why));
        }
    }

    /** A first frame moves the deadline; only the first one moves its last moment, so that a storm of them ends. */
    private void answerStarted() {
        Exchange exchange = current;
        if (exchange != null && exchange.left && deadline.armed()) {
            exchange.reacted(scheduler.now());
            if (!exchange.started) {
                exchange.started = true;
                exchange.patience = Math.max(exchange.patience, scheduler.now() + patience.p2Star());
            }
            extend(exchange);
        }
    }

    private void extend(Exchange exchange) {
        deadline.at(Math.min(scheduler.now() + patience.p2Star(), exchange.patience));
    }

    private void deadlinePassed() {
        Exchange exchange = current;
        if (exchange == null) {
            return;
        }
        boolean pending = exchange.pendings > 0;
        if (exchange.suppressed() && !pending) {
            succeed(exchange, new byte[0]);
        } else if (pending || !repeated(exchange)) {
            boolean overdue = pending && scheduler.now() >= exchange.patience;
            fail(exchange, overdue ? UdsError.pendingTooLong(exchange.sid()) : UdsError.timeout(exchange.sid()));
        }
    }

    /** Asks once more what was lost on the way, if that is harmless. */
    private boolean repeated(Exchange exchange) {
        if (!exchange.reads() || exchange.once || exchange.repeats == timing.repeats()) {
            return false;
        }
        exchange.repeats++;
        deadline.cancel();
        sendCurrent();
        return true;
    }

    private void received(byte[] message) {
        Exchange exchange = current;
        if (exchange == null) {
            refuse(message, Reason.NOTHING_ASKED);
        } else if (!exchange.left || retry.armed()) {
            refuse(message, Reason.NOT_SENT);
        } else if (Echo.positive(exchange.request, message)) {
            exchange.reacted(scheduler.now());
            patience.learn(message);
            succeed(exchange, message);
        } else if (Echo.negative(exchange.request, message)) {
            exchange.reacted(scheduler.now());
            refused(exchange, message[2] & 0xFF);
        } else {
            refuse(message, Reason.OTHER);
        }
    }

    private void refuse(byte[] message, Reason reason) {
        boolean late = givenUp.stream().anyMatch(request -> Echo.answers(request, message));
        unmatched.accept(new Unmatched(scheduler.now(), message, late ? Reason.LATE : reason));
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
        if (exchange.pendings++ == 0) {
            exchange.patience = scheduler.now() + exchange.pendingTotal;
        }
        extend(exchange);
    }

    private void succeed(Exchange exchange, byte[] message) {
        release();
        reports.accept(exchange.report(message, null, scheduler.now()));
        exchange.answer.complete(new UdsResponse(message, Echo.length(exchange.request)));
        next();
    }

    private void fail(Exchange exchange, UdsError error) {
        release();
        if (error.kind() != UdsError.Kind.NEGATIVE) {
            remember(exchange.request);
        }
        reports.accept(exchange.report(new byte[0], error, scheduler.now()));
        exchange.answer.completeExceptionally(error);
        next();
    }

    private void remember(byte[] request) {
        givenUp.addLast(request);
        if (givenUp.size() > REMEMBERED) {
            givenUp.removeFirst();
        }
    }

    private void release() {
        current = null;
        deadline.cancel();
        retry.cancel();
        lastActivity = scheduler.now();
    }
}
