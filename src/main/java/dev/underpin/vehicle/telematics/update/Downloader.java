package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.BackOff;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.CloudTrouble.LinkFailed;
import dev.underpin.vehicle.telematics.CloudTrouble.Refused;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.Attack;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * Fetches the images of one bundle in ranges of {@link #CHUNK} bytes (RFC 9110, 14), going on behind the bytes that the store already
 * holds. Waits out short troubles, gives up on long ones, and never takes more than the metadata announced.
 */
final class Downloader {
    /** At the lowest rate that is not called slow retrieval a chunk still fits in the time limit of an exchange. */
    static final int CHUNK = 512 * 1024;

    private static final BackOff PATIENCE = new BackOff(6, Nanos.SECOND, 16 * Nanos.SECOND);
    private static final int TIMEOUTS = 2;
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Life life;
    private final CloudClient cloud;
    private final ImageStore store;
    private final Bundle bundle;
    private final Progress progress;
    private final Deque<Target> missing = new ArrayDeque<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final Alarm again;
    private int failures;
    private int timeouts;
    private boolean restarted;

    /** @param percent gets how much is here, 0..99, never less than before */
    Downloader(Life life, CloudClient cloud, ImageStore store, Bundle bundle, IntConsumer percent) {
        this.life = life;
        this.cloud = cloud;
        this.store = store;
        this.bundle = bundle;
        this.progress = new Progress(bundle.bytes(), percent);
        this.again = life.alarm(this::next);
    }

    /** Starts; fails with {@link UpdateFailure}. Whole files are checked afterwards, not here. */
    CompletableFuture<Void> run() {
        store.keepOnly(bundle.targets().stream().map(Target::filename).toList());
        for (Target target : bundle.targets()) {
            if (!store.open(target.filename(), target.length())) {
                return CompletableFuture.failedFuture(new UpdateFailure(
                        Reason.STORAGE_FULL, "%s needs %d bytes".formatted(target.filename(), target.length())));
            }
        }
        missing.addAll(bundle.targets());
        cloud.uplink().onChange(this::connectionChanged);
        next();
        return finished;
    }

    private void next() {
        while (!missing.isEmpty() && complete(missing.getFirst())) {
            progress.here(missing.removeFirst().length());
        }
        if (missing.isEmpty()) {
            finished.complete(null);
        } else {
            ask(missing.getFirst());
        }
    }

    private void ask(Target target) {
        long from = store.received(target.filename());
        long to = Math.min(from + CHUNK, target.length()) - 1;
        progress.within(from);
        life.when(
                cloud.get(
                        "/vehicle/v1/images/" + target.filename(),
                        Map.of("range", "bytes=%d-%d".formatted(from, to)),
                        (int) Math.min(target.length(), Integer.MAX_VALUE - 8),
                        BackOff.NONE),
                response -> take(target, (int) (to - from + 1), response),
                failure -> troubled(target, CloudTrouble.in(failure)));
    }

    private void take(Target target, int asked, Response response) {
        if (!sameFile(target, response) && !restarted) {
            beginAnew(target);
        } else if (!sameFile(target, response)) {
            fail(new UpdateFailure(
                    Reason.VERIFICATION_FAILED,
                    "the file behind %s has changed".formatted(target.filename()),
                    Attack.MIX_AND_MATCH.code()));
        } else if (response.body().length > target.length()) {
            fail(new UpdateFailure(
                    Reason.VERIFICATION_FAILED,
                    "%s: more than %d bytes".formatted(target.filename(), target.length()),
                    Attack.ENDLESS_DATA.code()));
        } else if (response.status() == PARTIAL_CONTENT && response.body().length > 0) {
            store.append(target.filename(), Arrays.copyOf(response.body(), Math.min(asked, response.body().length)));
            goOn();
        } else if (response.status() == 200 && response.body().length == target.length()) {
            store.restart(target.filename());
            store.append(target.filename(), response.body());
            goOn();
        } else {
            later(new UpdateFailure(Reason.NETWORK, "the answer to a range is neither the range nor the file"));
        }
    }

    private void goOn() {
        failures = 0;
        timeouts = 0;
        next();
    }

    private void troubled(Target target, CloudTrouble trouble) {
        if (trouble instanceof Refused refused) {
            refused(target, refused);
        } else if (trouble instanceof LinkFailed link && link.reason() == LinkFailed.Reason.TIMEOUT) {
            timedOut(link);
        } else {
            later(Troubles.of(trouble));
        }
    }

    private void refused(Target target, Refused refusal) {
        if (refusal.status() == RANGE_NOT_SATISFIABLE && !restarted) {
            beginAnew(target);
        } else if (refusal.status() == NOT_FOUND) {
            fail(new UpdateFailure(
                    Troubles.of(refusal).reason(),
                    "%s cannot be had".formatted(target.filename()),
                    Attack.PARTIAL_BUNDLE.code()));
        } else {
            fail(Troubles.of(refusal));
        }
    }

    /** What came does not fit what is here, or what is there: once the file is begun anew. */
    private void beginAnew(Target target) {
        restarted = true;
        store.restart(target.filename());
        next();
    }

    private void timedOut(LinkFailed link) {
        timeouts++;
        UpdateFailure slow = Troubles.of(link);
        if (timeouts < TIMEOUTS) {
            later(slow);
        } else {
            fail(slow);
        }
    }

    private void later(UpdateFailure failure) {
        failures++;
        if (failures < PATIENCE.tries()) {
            again.in(PATIENCE.pause(failures));
        } else {
            fail(failure);
        }
    }

    private void fail(UpdateFailure failure) {
        finished.completeExceptionally(failure);
    }

    private void connectionChanged() {
        if (again.armed() && cloud.uplink().stable()) {
            again.in(0);
        }
    }

    private boolean complete(Target target) {
        return store.received(target.filename()) == target.length();
    }

    private static boolean sameFile(Target target, Response response) {
        String tag = response.headers().getOrDefault("etag", target.sha256()).replace("\"", "");
        return tag.equals(target.sha256());
    }
}
