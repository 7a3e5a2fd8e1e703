package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;
import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Goes back to the old software on every control unit that an installation has touched. */
final class Restoration {
    private static final int ACTIVATE = 0xF011;
    private static final int ROLL_BACK = 0xF013;
    private static final int HARD_RESET = 1;
    private static final int TRIES = 3;
    private static final long BOOT = 5 * Nanos.SECOND;

    private final Life life;
    private final EcuAccess access;
    private final EcuReader reader;
    private final Restart restart;
    private final RecoveryImages recovery;

    Restoration(Life life, EcuAccess access, EcuReader reader, Restart restart, RecoveryImages recovery) {
        this.life = life;
        this.access = access;
        this.reader = reader;
        this.restart = restart;
        this.recovery = recovery;
    }

    /** Restores; says what the touched control units run afterwards. Never fails: what cannot be restored shows in the answer. */
    CompletableFuture<Map<String, Installed>> run(Installation installation) {
        List<String> touched = new ArrayList<>(installation.touched());
        return back(installation, touched)
                .thenCompose(done -> life.pause(BOOT))
                .thenCompose(done -> inOrder(touched, ecu -> answers(ecu, 1)))
                .thenCompose(done -> reader.identifyAll(touched))
                .thenCompose(now ->
                        inOrder(touched, ecu -> writeBack(installation.before().get(ecu), now.get(ecu))))
                .thenCompose(done -> reader.identifyAll(touched));
    }

    /** The restart may take the power from this program too: the next life must not order it again. */
    private CompletableFuture<Void> back(Installation installation, List<String> touched) {
        if (installation.ledBack()) {
            return CompletableFuture.completedFuture(null);
        }
        return inOrder(List.copyOf(installation.activated()), ecu -> rollBack(installation, ecu))
                .thenCompose(done -> {
                    installation.leadBack();
                    return installation.activated().isEmpty() ? resetAll(touched) : restart.run();
                });
    }

    /** Without a second slot the old image has to be written again. */
    private CompletableFuture<Void> writeBack(@Nullable Installed before, @Nullable Installed now) {
        if (before == null || now == null || now.equals(before)) {
            return CompletableFuture.completedFuture(null);
        }
        Optional<byte[]> image = recovery.of(before.ecu());
        return image.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : written(before, image.get())
                        .thenCompose(done -> access.client(before.ecu()).startRoutine(ACTIVATE))
                        .thenCompose(done -> access.client(before.ecu()).ecuReset(HARD_RESET))
                        .thenCompose(done -> life.pause(BOOT))
                        .exceptionally(notWritten -> null);
    }

    private CompletableFuture<Void> written(Installed before, byte[] image) {
        Target old = new Target(
                before.ecu(),
                before.hardware(),
                "recovery",
                image.length,
                before.sha256(),
                before.version(),
                before.releaseCounter(),
                before.serial(),
                List.of());
        return new EcuProgrammer(access, old).run(image, Optional::empty, bytes -> {});
    }

    /** One that came out of the restart with its old software never took the order to start the new one: there is no way back from it. */
    private CompletableFuture<Void> rollBack(Installation installation, String ecu) {
        return reader.identify(ecu)
                .thenApply(now -> installation.restarted()
                        && now.equals(installation.before().get(ecu)))
                .exceptionally(silent -> false)
                .thenCompose(old -> old ? CompletableFuture.completedFuture(null) : rollBack(ecu, 1));
    }

    private CompletableFuture<Void> rollBack(String ecu, int attempt) {
        UdsClient client = access.client(ecu);
        return client.session(Session.EXTENDED)
                .thenCompose(done -> access.unlock(ecu))
                .thenCompose(done -> client.startRoutine(ROLL_BACK))
                .<Void>thenApply(done -> null)
                .exceptionallyCompose(failure ->
                        UdsError.in(failure).kind() != UdsError.Kind.NEGATIVE && attempt < TRIES
                                ? life.pause(BOOT).thenCompose(done -> rollBack(ecu, attempt + 1))
                                : CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> answers(String ecu, int attempt) {
        return reader.identify(ecu)
                .<Void>thenApply(done -> null)
                .exceptionallyCompose(failure -> attempt < TRIES
                        ? life.pause(BOOT).thenCompose(done -> answers(ecu, attempt + 1))
                        : CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> resetAll(List<String> touched) {
        return inOrder(touched, ecu -> regardless(access.client(ecu).ecuReset(HARD_RESET)));
    }
}
