package dev.underpin.uds.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The 0x36 requests of one download, one after the other. */
final class Blocks {
    /** Service identifier and counter, which count for the block length. */
    static final int HEADER = 2;

    private final UdsClient client;
    private final byte[] image;
    private final int from;
    private final int length;
    private final LongConsumer progress;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private int payload;
    private int accepted;
    private int counter = 1;
    private int count;
    private int repeats;
    private boolean repeated;

    Blocks(UdsClient client, byte[] image, int from, int length, LongConsumer progress) {
        this.client = client;
        this.image = image;
        this.from = from;
        this.length = length;
        this.progress = progress;
    }

    CompletableFuture<Void> transfer(int blockLength) {
        payload = blockLength - HEADER;
        send();
        return end;
    }

    TransferReport report(long began, long ended) {
        return new TransferReport(accepted, count, payload + HEADER, repeats, began, ended);
    }

    private void send() {
        if (accepted == length) {
            end.complete(null);
            return;
        }
        int size = Math.min(payload, length - accepted);
        client.request(Requests.block(counter, image, from + accepted, size))
                .whenComplete((response, failure) -> answered(size, failure));
    }

    private void answered(int size, @Nullable Throwable failure) {
        if (failure == null) {
            accepted(size);
        } else if (!repeated && lost(UdsError.in(failure))) {
            repeated = true;
            repeats++;
            send();
        } else {
            end.completeExceptionally(failure);
        }
    }

    private void accepted(int size) {
        accepted += size;
        count++;
        counter = counter + 1 & 0xFF;
        repeated = false;
        progress.accept(accepted);
        send();
    }

    private static boolean lost(UdsError error) {
        return error.kind() == UdsError.Kind.TIMEOUT || error.kind() == UdsError.Kind.TRANSPORT;
    }
}
