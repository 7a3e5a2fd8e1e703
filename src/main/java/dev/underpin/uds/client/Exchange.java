package dev.underpin.uds.client;

import dev.underpin.uds.Sid;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One request with its answer to come. */
final class Exchange {
    final byte[] request;
    final long pendingTotal;
    /** Whether it is not sent again when it was lost. */
    final boolean once;
    /** Whether it is still to be sent. */
    final BooleanSupplier wanted;

    final long asked;
    final CompletableFuture<UdsResponse> answer = new CompletableFuture<>();
    int retries;
    int repeats;
    int pendings;
    boolean started;
    boolean left;
    /** The last moment to which 0x78 and first frames can move the deadline. */
    long patience;

    private long begun = ExchangeReport.NEVER;
    private long sent = ExchangeReport.NEVER;
    private long reacted = ExchangeReport.NEVER;

    Exchange(byte[] request, long pendingTotal, boolean once, BooleanSupplier wanted, long asked) {
        this.request = request;
        this.pendingTotal = pendingTotal;
        this.once = once;
        this.wanted = wanted;
        this.asked = asked;
    }

    int sid() {
        return request[0] & 0xFF;
    }

    boolean suppressed() {
        return suppressed(request);
    }

    static boolean suppressed(byte[] request) {
        return Sid.hasSubFunction(request[0] & 0xFF) && request.length > 1 && (request[1] & Sid.SUPPRESS) != 0;
    }

    /** Whether it may be asked twice without harm. */
    boolean reads() {
        return sid() == Sid.READ_DATA || sid() == Sid.READ_DTC;
    }

    boolean keepAlive() {
        return sid() == Sid.TESTER_PRESENT && suppressed();
    }

    void begun(long now) {
        begun = begun == ExchangeReport.NEVER ? now : begun;
        reacted = ExchangeReport.NEVER;
        left = false;
    }

    void sent(long now) {
        sent = now;
        left = true;
    }

    void reacted(long now) {
        reacted = reacted == ExchangeReport.NEVER ? now : reacted;
    }

    ExchangeReport report(byte[] message, @Nullable UdsError error, long now) {
        return new ExchangeReport(
                request, message, error, asked, begun, sent, reacted, now, pendings, retries, repeats);
    }
}
