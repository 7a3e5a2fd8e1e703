package dev.underpin.uds.client;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.Session;
import dev.underpin.uds.Sid;
import dev.underpin.uds.TesterLink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A tester of one ECU (ISO 14229-1:2020, clauses 8 to 15; its times: ISO 14229-2:2021, clause 7): one request outstanding, the others
 * queue. An answer counts only when its service identifier and the
 * echoed sub-function, DID, RID or counter match and the request has left; any other goes to the unmatched listener and is never
 * believed.
 *
 * <p>Futures complete on the scheduler's thread and fail with {@link UdsError}. Threading: the scheduler's thread.
 */
public final class UdsClient {
    private final Scheduler scheduler;
    private final ClientTiming timing;
    private final Exchanges exchanges;
    private final KeepAlive keepAlive;
    private final boolean once;
    private final BooleanSupplier wanted;

    /** A tester that listens on {@code link} from now on. */
    public UdsClient(Scheduler scheduler, TesterLink link, ClientTiming timing) {
        this.scheduler = scheduler;
        this.timing = timing;
        exchanges = new Exchanges(scheduler, link, timing);
        keepAlive = new KeepAlive(
                scheduler,
                timing.s3(),
                exchanges::idle,
                exchanges::lastActivity,
                pdu -> exchanges.add(pdu, 0, false, UdsClient::always));
        once = false;
        wanted = UdsClient::always;
    }

    private UdsClient(UdsClient tester, boolean once, BooleanSupplier wanted) {
        scheduler = tester.scheduler;
        timing = tester.timing;
        exchanges = tester.exchanges;
        keepAlive = tester.keepAlive;
        this.once = once;
        this.wanted = wanted;
    }

    /**
     * The same tester, for requests that are never repeated because they were lost: so that whoever asks learns of each silence, behind
     * which the ECU may have become another one.
     */
    public UdsClient once() {
        return new UdsClient(this, true, wanted);
    }

    /**
     * The same tester, for requests that are sent only as long as somebody wants it: what waits for its turn, or to be sent again, when
     * {@code wanted} has become false fails as closed instead.
     */
    public UdsClient wanted(BooleanSupplier wanted) {
        return new UdsClient(this, once, wanted);
    }

    /** Sets who gets messages of the ECU that answer nothing that was asked. */
    public void onUnmatched(Consumer<Unmatched> listener) {
        exchanges.onUnmatched(listener);
    }

    /** Sets who hears how each request went, its times above all, before its future completes; also of tester present. */
    public void onExchange(Consumer<ExchangeReport> listener) {
        exchanges.onExchange(listener);
    }

    /**
     * Asks. Any bytes can be sent, also such as no service defines. The array must not be changed until the answer.
     *
     * @throws IllegalArgumentException when there are none
     */
    public CompletableFuture<UdsResponse> request(byte... pdu) {
        return request(pdu, timing.pendingTotal());
    }

    /** Asks, with its own limit for 0x78 in total, nanoseconds. */
    public CompletableFuture<UdsResponse> request(byte[] pdu, long pendingTotal) {
        if (pdu.length == 0) {
            throw new IllegalArgumentException("a request has at least one byte");
        }
        return exchanges.add(pdu, pendingTotal, once, wanted);
    }

    /** 0x10. */
    public CompletableFuture<UdsResponse> session(Session session) {
        return ask(Sid.SESSION_CONTROL, session.id());
    }

    /** 0x22 with one DID: its data, at least one byte. */
    public CompletableFuture<byte[]> readDid(int did) {
        return request(Requests.numbered(Sid.READ_DATA, did)).thenCompose(UdsClient::data);
    }

    /** 0x2E. */
    public CompletableFuture<UdsResponse> writeDid(int did, byte[] data) {
        return request(Requests.numbered(Sid.WRITE_DATA, did, data));
    }

    /** 0x27: asks for the seed of {@code level} and sends the key that {@code key} makes of it, unless the seed says "unlocked". */
    public CompletableFuture<UdsResponse> securityAccess(int level, UnaryOperator<byte[]> key) {
        int seed = 2 * level - 1;
        return ask(Sid.SECURITY_ACCESS, seed)
                .thenCompose(response -> isZero(response.record())
                        ? CompletableFuture.completedFuture(response)
                        : request(Requests.of(Sid.SECURITY_ACCESS, seed + 1, key.apply(response.record()))));
    }

    /** 0x31 01: what follows the RID. */
    public CompletableFuture<byte[]> startRoutine(int rid, byte... options) {
        return startRoutine(rid, timing.pendingTotal(), options);
    }

    /** 0x31 01 with its own limit for 0x78 in total, nanoseconds: for what takes long, such as an erase. */
    public CompletableFuture<byte[]> startRoutine(int rid, long pendingTotal, byte... options) {
        return request(Requests.routine(1, rid, options), pendingTotal).thenApply(UdsResponse::record);
    }

    /** 0x31 02: what follows the RID. */
    public CompletableFuture<byte[]> stopRoutine(int rid) {
        return request(Requests.routine(2, rid)).thenApply(UdsResponse::record);
    }

    /** 0x31 03: what follows the RID. */
    public CompletableFuture<byte[]> routineResult(int rid) {
        return request(Requests.routine(3, rid)).thenApply(UdsResponse::record);
    }

    /** 0x2F: {@code how} 0 gives the output back, 1 resets it to its default, 2 freezes it, 3 adjusts it to {@code state}; the state that follows. */
    public CompletableFuture<byte[]> controlOutput(int did, int how, byte... state) {
        return request(Requests.control(did, how, state)).thenApply(UdsResponse::record);
    }

    /** 0x14 with a code or {@link dev.underpin.uds.DtcCode#ALL}. */
    public CompletableFuture<UdsResponse> clearDtc(int group) {
        return request(Requests.clear(group));
    }

    /** 0x19 02: codes with any of the bits of {@code mask} set. */
    public CompletableFuture<List<DtcRecord>> readDtcs(int mask) {
        return ask(Sid.READ_DTC, 0x02, mask).thenCompose(DtcAnswers::records);
    }

    /** 0x19 04 with one record number (0xFF would be all, and cannot be told apart); empty when it is not stored. */
    public CompletableFuture<List<DtcSnapshot>> snapshot(int dtc, int record) {
        return request(Requests.ofDtc(0x04, dtc, record)).thenCompose(response -> DtcAnswers.snapshot(dtc, response));
    }

    /** 0x19 06: number and data of one extended data record, as they follow code and status. */
    public CompletableFuture<byte[]> extendedData(int dtc, int record) {
        return request(Requests.ofDtc(0x06, dtc, record)).thenCompose(response -> DtcAnswers.extended(dtc, response));
    }

    /** 0x11. */
    public CompletableFuture<UdsResponse> ecuReset(int kind) {
        return ask(Sid.ECU_RESET, kind);
    }

    /** 0x28: control 0 all on, 3 all off; messages 1 normal, 2 network management, 3 both. */
    public CompletableFuture<UdsResponse> communicationControl(int control, int messages) {
        return ask(Sid.COMMUNICATION_CONTROL, control, messages);
    }

    /** 0x85. */
    public CompletableFuture<UdsResponse> dtcSetting(boolean on) {
        return ask(Sid.CONTROL_DTC_SETTING, on ? 1 : 2);
    }

    /** Whether {@code 3E 80} goes out whenever nothing else did for the period of tester present. */
    public void keepAlive(boolean on) {
        keepAlive.on(on);
    }

    /** Gives up: stops tester present and fails everything asked. */
    public void close() {
        keepAlive.on(false);
        exchanges.failAll();
    }

    /** Loses its power: stops tester present and forgets everything asked, whose futures never complete. */
    public void forget() {
        keepAlive.on(false);
        exchanges.forgetAll();
    }

    private static boolean always() {
        return true;
    }

    /** The time that its reports are in. */
    long now() {
        return scheduler.now();
    }

    private CompletableFuture<UdsResponse> ask(int... bytes) {
        return request(Requests.of(bytes));
    }

    private static CompletableFuture<byte[]> data(UdsResponse response) {
        byte[] data = response.record();
        return data.length > 0
                ? CompletableFuture.completedFuture(data)
                : CompletableFuture.failedFuture(UdsError.malformed(Sid.READ_DATA, "an answer without data"));
    }

    private static boolean isZero(byte[] seed) {
        for (byte b : seed) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
