package dev.underpin.vehicle.telematics;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.telematics.CloudTrouble.LinkFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The radio link between the vehicle and its cloud: Wi-Fi before cellular. An exchange takes the time of the bearer that carries it
 * (latency both ways, bytes over rate, a second for each lost message) and dies with it.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class Uplink {
    /** An exchange without an answer for so long is given up. */
    public static final long TIMEOUT = 60 * Nanos.SECOND;

    /** Three losses of the connection within this time make it unstable. */
    public static final long FLAPPING_WINDOW = 30 * Nanos.SECOND;

    private static final int FLAPPING_DROPS = 3;

    private final Scheduler scheduler;
    private final Entropy entropy;
    private final HttpExchange cloud;
    private final Bearer wifi;
    private final Bearer cellular;
    private final List<UplinkListener> listeners = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private final List<Transfer> underWay = new ArrayList<>();
    private final Deque<Long> drops = new ArrayDeque<>();
    private boolean wasConnected = true;

    /** A link with a good Wi-Fi and a good cellular bearer. */
    public Uplink(Scheduler scheduler, Entropy entropy, HttpExchange cloud) {
        this.scheduler = scheduler;
        this.entropy = entropy.fork("uplink");
        this.cloud = cloud;
        this.wifi = new Bearer("Wi-Fi", Bearer.Conditions.GOOD_WIFI, this::conditionsChanged);
        this.cellular = new Bearer("Cellular", Bearer.Conditions.GOOD_CELLULAR, this::conditionsChanged);
    }

    public Bearer wifi() {
        return wifi;
    }

    public Bearer cellular() {
        return cellular;
    }

    /** The bearer that a new exchange takes: Wi-Fi if it is up, else cellular. */
    public Optional<Bearer> bearer() {
        return wifi.conditions().up()
                ? Optional.of(wifi)
                : Optional.of(cellular).filter(it -> it.conditions().up());
    }

    /** Whether any bearer is up. */
    public boolean connected() {
        return bearer().isPresent();
    }

    /** Whether there is a bearer that is {@linkplain Bearer.Conditions#reliable() reliable} and has not just been coming and going. */
    public boolean stable() {
        return bearer().filter(it -> it.conditions().reliable()).isPresent() && recentDrops() < FLAPPING_DROPS;
    }

    /** Adds a listener to the exchanges. */
    public void listen(UplinkListener listener) {
        listeners.add(listener);
    }

    /** Adds who is told that the conditions changed. */
    public void onChange(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Makes an exchange; any status is an answer. Fails with {@link LinkFailed}. */
    public CompletableFuture<Response> send(Request request) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        listeners.forEach(it -> it.began(request));
        Optional<Bearer> bearer = bearer();
        if (bearer.isEmpty()) {
            fail("", request, new LinkFailed(LinkFailed.Reason.NO_BEARER, "no Wi-Fi and no cellular network"), answer);
            return answer;
        }
        Transfer transfer = new Transfer(this, bearer.get(), request, answer);
        underWay.add(transfer);
        transfer.start();
        return answer;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    HttpExchange cloud() {
        return cloud;
    }

    /** Nanoseconds that lost messages cost, or empty when so many in a row were lost that the exchange is dead. */
    Optional<Long> lossDelay(double loss) {
        int lost = 0;
        while (loss > 0 && lost < 4 && entropy.unit() < loss) {
            lost++;
        }
        return lost < 4 ? Optional.of(lost * Nanos.SECOND) : Optional.empty();
    }

    void answered(Transfer transfer, Response response) {
        underWay.remove(transfer);
        listeners.forEach(it -> it.answered(transfer.bearer().name(), transfer.request(), response));
        transfer.answer().complete(response);
    }

    void failed(Transfer transfer, LinkFailed why) {
        underWay.remove(transfer);
        fail(transfer.bearer().name(), transfer.request(), why, transfer.answer());
    }

    private void fail(String carried, Request request, LinkFailed why, CompletableFuture<Response> answer) {
        listeners.forEach(it -> it.failed(carried, request, why));
        answer.completeExceptionally(why);
    }

    private void conditionsChanged() {
        noteDrop();
        for (Transfer transfer : List.copyOf(underWay)) {
            transfer.conditionsChanged();
        }
        List.copyOf(watchers).forEach(Runnable::run);
    }

    private void noteDrop() {
        if (wasConnected && !connected()) {
            drops.addLast(scheduler.now());
        }
        wasConnected = connected();
    }

    private int recentDrops() {
        while (!drops.isEmpty() && drops.getFirst() < scheduler.now() - FLAPPING_WINDOW) {
            drops.removeFirst();
        }
        return drops.size();
    }
}
