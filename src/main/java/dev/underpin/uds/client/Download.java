package dev.underpin.uds.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * Services 0x34, 0x36... and 0x37 over a range of an image. A block whose answer was lost (timeout or transport) is sent once more
 * with the same counter. Threading: as {@link UdsClient}.
 */
public final class Download {
    public Download(UdsClient client) {
        throw new UnsupportedOperationException();
    }

    /**
     * Transfers {@code image[from .. from + length)} to {@code address}, four bytes each for address and size.
     *
     * @param progress gets the bytes accepted so far
     * @return fails with {@link UdsError}
     */
    public CompletableFuture<UdsResponse> run(byte[] image, int from, int length, long address, LongConsumer progress) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    /** Transfers a whole image. */
    public CompletableFuture<UdsResponse> run(byte[] image, long address, LongConsumer progress) {
        return run(image, 0, image.length, address, progress);
    }
}
