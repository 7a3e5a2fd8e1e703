package dev.underpin.uds.client;

import dev.underpin.uds.Sid;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * Services 0x34, 0x36... and 0x37 over a range of an image (ISO 14229-1:2020, clause 15). A block whose answer was lost (timeout or transport) is sent once more
 * with the same counter. Threading: as {@link UdsClient}.
 */
public final class Download {
    private final UdsClient client;

    public Download(UdsClient client) {
        this.client = client;
    }

    /**
     * Transfers {@code image[from .. from + length)} to {@code address}, four bytes each for address and size.
     *
     * @param image not copied as a whole; must not change meanwhile
     * @param progress gets the bytes accepted so far
     * @return what it took; fails with {@link UdsError}
     */
    public CompletableFuture<TransferReport> run(
            byte[] image, int from, int length, long address, LongConsumer progress) {
        long began = client.now();
        Blocks blocks = new Blocks(client, image, from, length, progress);
        return client.request(Requests.download(address, length))
                .thenCompose(response -> transfer(response, blocks))
                .thenCompose(done -> client.request((byte) Sid.TRANSFER_EXIT))
                .thenApply(exit -> blocks.report(began, client.now()));
    }

    /** Transfers a whole image. */
    public CompletableFuture<TransferReport> run(byte[] image, long address, LongConsumer progress) {
        return run(image, 0, image.length, address, progress);
    }

    private static CompletableFuture<Void> transfer(UdsResponse response, Blocks blocks) {
        long blockLength = maxBlockLength(response.record());
        if (blockLength <= Blocks.HEADER) {
            return CompletableFuture.failedFuture(
                    UdsError.malformed(Sid.REQUEST_DOWNLOAD, "block length " + blockLength));
        }
        return blocks.transfer((int) Math.min(blockLength, Integer.MAX_VALUE));
    }

    /** Length format identifier (its upper half counts the bytes), then the length; 0 when it cannot be read. */
    private static long maxBlockLength(byte[] record) {
        int bytes = record.length == 0 ? 0 : (record[0] & 0xFF) >> 4;
        if (bytes == 0 || bytes > Integer.BYTES || record.length != 1 + bytes) {
            return 0;
        }
        long length = 0;
        for (int i = 1; i <= bytes; i++) {
            length = length << 8 | (record[i] & 0xFF);
        }
        return length;
    }
}
