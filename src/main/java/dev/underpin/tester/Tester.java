package dev.underpin.tester;

import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import dev.underpin.trace.UdsWords;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.ExchangeReport;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.uds.client.UdsResponse;
import dev.underpin.uds.client.Unmatched;
import dev.underpin.vehicle.ecu.SecretKeys;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A tester of one control unit, which keeps what was exchanged. Confined to one thread. */
public final class Tester {
    private static final int UNLOCKED_AT = 3;

    private final Line line;
    private final Subject subject;
    private final UdsClient client;
    private final UdsWords words;
    private final List<ExchangeReport> exchanges = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();

    /** A tester of {@code subject} that listens from now on. */
    public Tester(Line line, Subject subject, ClientTiming timing) {
        this.line = line;
        this.subject = subject;
        words = new UdsWords(subject.table());
        client = new UdsClient(line.scheduler(), line.to(subject.address()), timing);
        client.onExchange(exchanges::add);
        client.onUnmatched(unmatched::add);
    }

    /**
     * Goes to a session and unlocks, as the operation to come needs it, and keeps both by tester present from then on.
     *
     * @param session session of 0x10, null for where it is (but unlocking needs one, the extended)
     */
    public void prepare(@Nullable Integer session, boolean unlock) throws UdsError {
        Integer wanted = session == null && unlock ? Integer.valueOf(UNLOCKED_AT) : session;
        if (wanted != null) {
            enter(wanted);
            client.keepAlive(wanted != Session.DEFAULT.id());
        }
        if (unlock) {
            unlock();
        }
    }

    /** 0x10. */
    UdsResponse enter(int session) throws UdsError {
        return get(client.request((byte) 0x10, (byte) session));
    }

    /** 0x27, level 1. */
    void unlock() throws UdsError {
        byte[] secret = subject.secret()
                .apply(subject.name())
                .orElseThrow(() -> UserMistake.saying(
                        "--unlock: the secret of %s is not known; give it with --secret".formatted(subject.name())));
        get(client.securityAccess(1, seed -> SecretKeys.key(secret, seed)));
    }

    /** Waits for an answer of the client. */
    <T> T get(CompletableFuture<T> future) throws UdsError {
        return line.await(future);
    }

    UdsClient client() {
        return client;
    }

    Line line() {
        return line;
    }

    Subject subject() {
        return subject;
    }

    UdsWords words() {
        return words;
    }

    /** What the table says of the control unit, or null. */
    @Nullable
    EcuSpec spec() {
        return subject.ecu().orElse(null);
    }

    /** Every request so far, in order. */
    List<ExchangeReport> exchanges() {
        return exchanges;
    }

    /** Every message that answered nothing. */
    List<Unmatched> unmatched() {
        return unmatched;
    }

    /** Milliseconds from the last byte of the latest request to the first reaction to it. */
    double reactionMillis() {
        return exchanges.isEmpty() ? 0 : millis(exchanges.getLast().reaction());
    }

    /** Ends tester present; what is asked still fails. */
    public void close() {
        client.close();
    }

    static double millis(long nanos) {
        return Math.round(nanos / (double) Nanos.MICROSECOND) / 1000.0;
    }
}
