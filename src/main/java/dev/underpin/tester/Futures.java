package dev.underpin.tester;

import dev.underpin.uds.client.UdsError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Futures that have ended. */
final class Futures {
    private Futures() {}

    /** The value of {@code future}, which has ended, or the error of the client; any other failure is thrown on. */
    static <T> T value(CompletableFuture<T> future) throws UdsError {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw UdsError.in(failed);
        }
    }
}
