package dev.underpin.uds.client;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.Session;
import dev.underpin.uds.TesterLink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A tester of one ECU: one request outstanding, the others queue. An answer counts only when its service identifier and the
 * echoed sub-function, DID, RID or counter match; any other goes to the unmatched listener and is never believed.
 *
 * <p>Futures complete on the scheduler's thread and fail with {@link UdsError}. Threading: the scheduler's thread.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class UdsClient {
    public UdsClient(Scheduler scheduler, TesterLink link, ClientTiming timing) {
        throw new UnsupportedOperationException();
    }

    /** Sets who gets messages of the ECU that answer nothing that was asked. */
    public void onUnmatched(Consumer<byte[]> listener) {
        throw new UnsupportedOperationException();
    }

    /** Asks. The array must not be changed until the answer. */
    public CompletableFuture<UdsResponse> request(byte... pdu) {
        throw new UnsupportedOperationException();
    }

    /** Asks, with its own limit for 0x78 in total, nanoseconds. */
    public CompletableFuture<UdsResponse> request(byte[] pdu, long pendingTotal) {
        throw new UnsupportedOperationException();
    }

    /** 0x10. */
    public CompletableFuture<UdsResponse> session(Session session) {
        throw new UnsupportedOperationException();
    }

    /** 0x22 with one DID: its data. */
    public CompletableFuture<byte[]> readDid(int did) {
        throw new UnsupportedOperationException();
    }

    /** 0x2E. */
    public CompletableFuture<UdsResponse> writeDid(int did, byte[] data) {
        throw new UnsupportedOperationException();
    }

    /** 0x27: asks for the seed of {@code level} and sends the key that {@code key} makes of it, unless the seed says "unlocked". */
    public CompletableFuture<UdsResponse> securityAccess(int level, UnaryOperator<byte[]> key) {
        throw new UnsupportedOperationException();
    }

    /** 0x31 01: what follows the RID. */
    public CompletableFuture<byte[]> startRoutine(int rid, byte... options) {
        throw new UnsupportedOperationException();
    }

    /** 0x31 01 with its own limit for 0x78 in total, nanoseconds: for what takes long, such as an erase. */
    public CompletableFuture<byte[]> startRoutine(int rid, long pendingTotal, byte... options) {
        throw new UnsupportedOperationException();
    }

    /** 0x31 02: what follows the RID. */
    public CompletableFuture<byte[]> stopRoutine(int rid) {
        throw new UnsupportedOperationException();
    }

    /** 0x31 03: what follows the RID. */
    public CompletableFuture<byte[]> routineResult(int rid) {
        throw new UnsupportedOperationException();
    }

    /** 0x14 with a code or {@link dev.underpin.uds.DtcCode#ALL}. */
    public CompletableFuture<UdsResponse> clearDtc(int group) {
        throw new UnsupportedOperationException();
    }

    /** 0x19 02: codes with any of the bits of {@code mask} set. */
    public CompletableFuture<List<DtcRecord>> readDtcs(int mask) {
        throw new UnsupportedOperationException();
    }

    /** 0x19 04 with one record number (0xFF would be all, and cannot be told apart); empty when it is not stored. */
    public CompletableFuture<List<DtcSnapshot>> snapshot(int dtc, int record) {
        throw new UnsupportedOperationException();
    }

    /** 0x19 06: number and data of one extended data record, as they follow code and status. */
    public CompletableFuture<byte[]> extendedData(int dtc, int record) {
        throw new UnsupportedOperationException();
    }

    /** 0x11. */
    public CompletableFuture<UdsResponse> ecuReset(int kind) {
        throw new UnsupportedOperationException();
    }

    /** 0x28: control 0 all on, 3 all off; messages 1 normal, 2 network management, 3 both. */
    public CompletableFuture<UdsResponse> communicationControl(int control, int messages) {
        throw new UnsupportedOperationException();
    }

    /** 0x85. */
    public CompletableFuture<UdsResponse> dtcSetting(boolean on) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@code 3E 80} goes out whenever nothing else did for the period of tester present. */
    public void keepAlive(boolean on) {
        throw new UnsupportedOperationException();
    }

    /** Gives up: stops tester present and fails everything asked. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
