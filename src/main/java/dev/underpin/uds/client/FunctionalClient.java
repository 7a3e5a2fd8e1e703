package dev.underpin.uds.client;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.Unmatched.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A tester of all ECUs at once: sends a request to the functional address and collects what each of them answers (ISO 14229-1:2020,
 * 8.7.3; ISO 14229-2:2021, 7.2). One request is outstanding, the others queue. It waits P2 for all; an ECU that asks to wait (0x78) has
 * P2* each time, and in total as long as the timing says. 0x21 is an answer here, not a reason to ask all again.
 *
 * <p>Silence is no error: an ECU to which the request means nothing keeps silent. A second answer of the same ECU, a late one and one
 * to another request go to the unmatched listener. Threading: the scheduler's thread.
 */
public final class FunctionalClient {
    private final Scheduler scheduler;
    private final TesterLink toAll;
    private final ClientTiming timing;
    private final Deque<Round> waiting = new ArrayDeque<>();
    private final Alarm deadline;
    private final KeepAlive keepAlive;
    private @Nullable Round current;
    private BiConsumer<String, Unmatched> unmatched = (ecu, message) -> {};
    private long lastActivity;

    /**
     * A tester that listens from now on.
     *
     * @param toAll only sent through
     * @param fromEach only listened to; a link for each ECU, by its name
     */
    public FunctionalClient(
            Scheduler scheduler, TesterLink toAll, Map<String, TesterLink> fromEach, ClientTiming timing) {
        this.scheduler = scheduler;
        this.toAll = toAll;
        this.timing = timing;
        lastActivity = scheduler.now();
        deadline = scheduler.alarm(this::over);
        keepAlive = new KeepAlive(
                scheduler, timing.s3(), () -> current == null, () -> lastActivity, request -> send(request));
        new TreeMap<>(fromEach)
                .forEach((ecu, link) -> link.listen(() -> started(ecu), message -> received(ecu, message)));
    }

    /** Sets who gets messages that answer nothing that was asked, with the name of the ECU. */
    public void onUnmatched(BiConsumer<String, Unmatched> listener) {
        unmatched = listener;
    }

    /**
     * Asks all. The array must not be changed until the answers are there.
     *
     * @return the answers in the order in which they came; fails with {@link UdsError} when the request could not be sent
     * @throws IllegalArgumentException when the request is empty
     */
    public CompletableFuture<List<FunctionalAnswer>> request(byte... pdu) {
        if (pdu.length == 0) {
            throw new IllegalArgumentException("a request has at least one byte");
        }
        Round round = new Round(pdu);
        waiting.add(round);
        next();
        return round.end();
    }

    /** Whether {@code 3E 80} goes out to all whenever nothing else did for the period of tester present. */
    public void keepAlive(boolean on) {
        keepAlive.on(on);
    }

    private void send(byte[] tellAll) {
        lastActivity = scheduler.now();
        toAll.send(tellAll, () -> {}, why -> {});
    }

    private void next() {
        if (current == null && !waiting.isEmpty()) {
            Round round = waiting.remove();
            current = round;
            lastActivity = scheduler.now();
            toAll.send(round.request(), () -> sent(round), why -> failed(round, why));
        }
    }

    private void sent(Round round) {
        if (round == current) {
            lastActivity = scheduler.now();
            round.sent(lastActivity, timing.p2());
            deadline.at(round.until());
        }
    }

    private void failed(Round round, String why) {
        if (round == current) {
            current = null;
            round.end().completeExceptionally(UdsError.transport(round.request()[0] & 0xFF, why));
            next();
        }
    }

    private void started(String ecu) {
        Round round = current;
        if (round != null) {
            round.started(ecu, scheduler.now(), timing.p2Star());
            moved(round);
        }
    }

    private void received(String ecu, byte[] message) {
        Round round = current;
        Reason objection = round == null ? Reason.NOTHING_ASKED : round.objection(ecu, message, scheduler.now());
        if (round == null || objection != null) {
            unmatched.accept(
                    ecu, new Unmatched(scheduler.now(), message, objection == null ? Reason.NOTHING_ASKED : objection));
        } else {
            round.take(ecu, message, scheduler.now(), timing);
            moved(round);
        }
    }

    private void moved(Round round) {
        if (deadline.armed()) {
            deadline.at(round.until());
        }
    }

    private void over() {
        Round round = current;
        if (round != null) {
            current = null;
            lastActivity = scheduler.now();
            round.over(scheduler.now());
            next();
        }
    }
}
