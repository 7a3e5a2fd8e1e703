package dev.underpin.uds.client;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.Sid;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What positive responses of service 0x19 say; the byte after the sub-function starts their records. */
final class DtcAnswers {
    private static final int RECORD = 4;

    private DtcAnswers() {}

    /** Availability mask, then code and status of each. */
    static CompletableFuture<List<DtcRecord>> records(UdsResponse response) {
        byte[] record = response.record();
        if (record.length % RECORD != 1) {
            return malformed("a list of trouble codes of %d bytes".formatted(record.length));
        }
        List<DtcRecord> records = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(record, 1, record.length - 1);
        while (buffer.hasRemaining()) {
            records.add(next(buffer));
        }
        return CompletableFuture.completedFuture(List.copyOf(records));
    }

    /** Code and status, then record number, number of DIDs, and the DIDs with their data. */
    static CompletableFuture<List<DtcSnapshot>> snapshot(int dtc, UdsResponse response) {
        byte[] record = response.record();
        if (!isAbout(dtc, record) || record.length == RECORD + 1) {
            return malformed("the snapshot is not one of the trouble code");
        }
        if (record.length == RECORD) {
            return CompletableFuture.completedFuture(List.of());
        }
        DtcRecord about = next(ByteBuffer.wrap(record));
        byte[] data = Arrays.copyOfRange(record, RECORD + 2, record.length);
        return CompletableFuture.completedFuture(
                List.of(new DtcSnapshot(about, record[RECORD] & 0xFF, record[RECORD + 1] & 0xFF, data)));
    }

    /** Code and status, then record number and data. */
    static CompletableFuture<byte[]> extended(int dtc, UdsResponse response) {
        byte[] record = response.record();
        if (!isAbout(dtc, record)) {
            return malformed("the extended data is not one of the trouble code");
        }
        return CompletableFuture.completedFuture(Arrays.copyOfRange(record, RECORD, record.length));
    }

    private static boolean isAbout(int dtc, byte[] record) {
        return record.length >= RECORD && next(ByteBuffer.wrap(record)).code() == dtc;
    }

    private static DtcRecord next(ByteBuffer buffer) {
        int word = buffer.getInt();
        return new DtcRecord(word >>> 8, word & 0xFF);
    }

    private static <T> CompletableFuture<T> malformed(String what) {
        return CompletableFuture.failedFuture(UdsError.malformed(Sid.READ_DTC, what));
    }
}
