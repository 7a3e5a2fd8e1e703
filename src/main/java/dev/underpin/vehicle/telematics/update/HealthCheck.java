package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Examines the restarted vehicle: every control unit runs what it should, nobody found a new fault; then makes it permanent. */
final class HealthCheck {
    private static final int CONFIRM = 0xF012;
    private static final long ANSWER_LIMIT = 60 * Nanos.SECOND;
    private static final long SETTLING = 6 * Nanos.SECOND;
    private static final long BOOT = 5 * Nanos.SECOND;
    private static final int TRIES = 4;

    private final Life life;
    private final EcuAccess access;
    private final EcuReader reader;

    HealthCheck(Life life, EcuAccess access, EcuReader reader) {
        this.life = life;
        this.access = access;
        this.reader = reader;
    }

    /** What runs now, if all is well; else fails with {@link UpdateFailure}. Does not make it permanent. */
    CompletableFuture<Map<String, Installed>> examine(Bundle bundle, Set<String> faultsBefore) {
        long limit = life.now() + ANSWER_LIMIT;
        return inOrder(bundle.targets(), target -> runs(target, limit))
                .thenCompose(done -> life.pause(SETTLING))
                .thenCompose(done -> noNewFault(faultsBefore))
                .thenCompose(done -> reader.identifyAll(
                        bundle.targets().stream().map(Target::ecu).toList()));
    }

    /**
     * Tells every control unit of the bundle to keep its new image. From the first that does there is no way back for the group: who does not
     * answer is asked again, and who was reset before it could is left to be programmed once more.
     */
    CompletableFuture<Void> makePermanent(Installation installation) {
        return inOrder(List.copyOf(installation.activated()), ecu -> keep(installation, ecu, 1));
    }

    private CompletableFuture<Void> keep(Installation installation, String ecu, int attempt) {
        return confirm(ecu)
                .exceptionallyCompose(failure -> attempt < TRIES
                        ? life.pause(BOOT)
                                .thenCompose(done -> fellBack(installation, ecu))
                                .thenCompose(fell -> fell
                                        ? CompletableFuture.completedFuture(null)
                                        : keep(installation, ecu, attempt + 1))
                        : CompletableFuture.failedFuture(failure));
    }

    /** Whether the control unit is on its old image again. */
    private CompletableFuture<Boolean> fellBack(Installation installation, String ecu) {
        return reader.identify(ecu)
                .thenApply(now -> now.equals(installation.before().get(ecu)))
                .exceptionally(silent -> false);
    }

    private CompletableFuture<Void> confirm(String ecu) {
        UdsClient client = access.client(ecu);
        return client.session(Session.EXTENDED)
                .thenCompose(done -> access.unlock(ecu))
                .thenCompose(done -> client.startRoutine(CONFIRM))
                .thenCompose(done -> client.session(Session.DEFAULT))
                .handle((done, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(
                                failed(ecu, String.valueOf(UdsError.in(failure).getMessage())));
                    }
                    return null;
                });
    }

    private CompletableFuture<Void> runs(Target target, long limit) {
        return reader.identify(target.ecu())
                .handle((unit, failure) -> verdict(target, unit, failure))
                .thenCompose(found -> {
                    if (found.isEmpty()) {
                        return CompletableFuture.completedFuture(null);
                    }
                    return life.now() < limit
                            ? life.pause(Nanos.SECOND).thenCompose(done -> runs(target, limit))
                            : CompletableFuture.failedFuture(failed(target.ecu(), found));
                });
    }

    private static String verdict(Target target, @Nullable Installed unit, @Nullable Throwable failure) {
        if (unit == null) {
            return String.valueOf(UdsError.in(Objects.requireNonNull(failure)).getMessage());
        }
        return unit.runs(target) ? "" : "expected version %s, found %s".formatted(target.version(), unit.version());
    }

    private CompletableFuture<Void> noNewFault(Set<String> before) {
        return reader.faults().thenCompose(after -> {
            Set<String> fresh = new LinkedHashSet<>(after);
            fresh.removeAll(before);
            return fresh.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(failed("vehicle", "new faults " + fresh));
        });
    }

    private static UpdateFailure failed(String who, String detail) {
        return new UpdateFailure(Reason.INSTALLATION_FAILED, who + ": " + detail);
    }
}
