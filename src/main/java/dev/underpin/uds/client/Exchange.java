package dev.underpin.uds.client;

import dev.underpin.uds.Sid;
import java.util.concurrent.CompletableFuture;

/** One request with its answer to come. */
final class Exchange {
    final byte[] request;
    final long pendingTotal;
    final CompletableFuture<UdsResponse> answer = new CompletableFuture<>();
    int retries;
    int repeats;
    long pendingSince = -1;

    Exchange(byte[] request, long pendingTotal) {
        this.request = request;
        this.pendingTotal = pendingTotal;
    }

    int sid() {
        return request[0] & 0xFF;
    }

    boolean suppressed() {
        return Sid.hasSubFunction(sid()) && request.length > 1 && (request[1] & Sid.SUPPRESS) != 0;
    }

    /** Whether it may be asked twice without harm. */
    boolean reads() {
        return sid() == Sid.READ_DATA || sid() == Sid.READ_DTC;
    }

    boolean keepAlive() {
        return sid() == Sid.TESTER_PRESENT && suppressed();
    }

    boolean pending() {
        return pendingSince >= 0;
    }
}
