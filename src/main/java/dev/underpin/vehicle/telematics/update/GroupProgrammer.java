package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;

/**
 * Programs all control units of a bundle, in its order, and only when all hold a checked image tells them to start it: a failure
 * before that leaves every control unit with two slots on its old software.
 */
final class GroupProgrammer {
    private static final int ACTIVATE = 0xF011;
    private static final int TRIES = 3;
    private static final long PAUSE = 5 * Nanos.SECOND;

    private final Life life;
    private final EcuAccess access;
    private final EcuReader reader;
    private final ImageStore store;
    private final Preconditions preconditions;

    GroupProgrammer(Life life, EcuAccess access, EcuReader reader, ImageStore store, Preconditions preconditions) {
        this.life = life;
        this.access = access;
        this.reader = reader;
        this.store = store;
        this.preconditions = preconditions;
    }

    /**
     * Programs and activates what {@code installation} does not say is done; fails with {@link UpdateFailure}.
     *
     * @param percent gets how much is written, 0..99, never less than before
     */
    CompletableFuture<Void> run(Bundle bundle, Installation installation, IntConsumer percent) {
        Progress progress = new Progress(bundle.bytes(), percent);
        return inOrder(bundle.targets(), target -> program(target, installation, progress, 1))
                .thenCompose(done -> inOrder(bundle.targets(), target -> activate(target, installation)))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explained(failure, installation)));
    }

    private CompletableFuture<Void> program(Target target, Installation installation, Progress progress, int attempt) {
        if (installation.programmed().contains(target.ecu()) || upToDate(target, installation)) {
            progress.finished(target.length());
            return CompletableFuture.completedFuture(null);
        }
        return new EcuProgrammer(access, target)
                .run(store.read(target.filename()), () -> beforeErase(target.ecu(), installation), progress::within)
                .thenAccept(done -> {
                    installation.programmed().add(target.ecu());
                    progress.finished(target.length());
                })
                .exceptionallyCompose(failure -> mayPass(failure) && attempt < TRIES
                        ? life.pause(PAUSE).thenCompose(done -> program(target, installation, progress, attempt + 1))
                        : CompletableFuture.failedFuture(failure));
    }

    private Optional<Reason> beforeErase(String ecu, Installation installation) {
        Moment moment = installation.touched().isEmpty() ? Moment.FIRST_ERASE : Moment.NEXT_ERASE;
        Optional<Reason> obstacle = preconditions.obstacle(moment);
        if (obstacle.isEmpty()) {
            installation.touched().add(ecu);
        }
        return obstacle;
    }

    /** The order to start the other image, given to one that has started the new one already, would lead it back. */
    private CompletableFuture<Void> activate(Target target, Installation installation) {
        if (!installation.programmed().contains(target.ecu())) {
            return CompletableFuture.completedFuture(null);
        }
        if (installation.activated().add(target.ecu())) {
            return activate(target.ecu());
        }
        return reader.identify(target.ecu())
                .thenApply(now -> now.runs(target))
                .exceptionally(silent -> false)
                .thenCompose(runs -> runs ? CompletableFuture.completedFuture(null) : activate(target.ecu()));
    }

    private CompletableFuture<Void> activate(String ecu) {
        UdsClient client = access.client(ecu);
        return client.startRoutine(ACTIVATE)
                .exceptionallyCompose(expired -> client.session(Session.PROGRAMMING)
                        .thenCompose(done -> access.unlock(ecu))
                        .thenCompose(done -> client.startRoutine(ACTIVATE)))
                .thenCompose(status -> status.length == 0 || status[0] == 0
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(
                                new UpdateFailure(Reason.INSTALLATION_FAILED, ecu + " does not start its new image")));
    }

    private static boolean upToDate(Target target, Installation installation) {
        Installed before = installation.before().get(target.ecu());
        return before != null && before.runs(target);
    }

    /** A lost message or a reset of the control unit passes; a refusal of the image does not. */
    private static boolean mayPass(Throwable failure) {
        if (unwrapped(failure) instanceof UdsError error) {
            return error.kind() != UdsError.Kind.NEGATIVE || sequenceLost(error);
        }
        return false;
    }

    private static boolean sequenceLost(UdsError error) {
        return List.of(
                        Nrc.BUSY_REPEAT_REQUEST,
                        Nrc.SEQUENCE_ERROR,
                        Nrc.SECURITY_ACCESS_DENIED,
                        Nrc.DELAY_NOT_EXPIRED,
                        Nrc.TRANSFER_SUSPENDED,
                        Nrc.WRONG_BLOCK_COUNTER,
                        Nrc.SUB_FUNCTION_NOT_IN_SESSION,
                        Nrc.SERVICE_NOT_IN_SESSION)
                .stream()
                .anyMatch(error::is);
    }

    private static UpdateFailure explained(Throwable failure, Installation installation) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof UpdateFailure known) {
            return known;
        }
        UdsError error = UdsError.in(cause);
        Reason reason = installation.touched().isEmpty() ? Reason.ofRefusal(error.nrc()) : Reason.INSTALLATION_FAILED;
        return new UpdateFailure(reason, String.valueOf(error.getMessage()));
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
