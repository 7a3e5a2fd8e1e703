package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Verifies the images against metadata and vehicle, as long as reading them takes. */
final class PrepareStep {
    private static final long SHORTEST = Nanos.SECOND;
    private static final long BYTES_PER_SECOND = 100_000_000;

    private final Life life;
    private final UpdateParts parts;
    private final EcuReader reader;
    private Map<String, Installed> found = Map.of();

    PrepareStep(Life life, UpdateParts parts, EcuReader reader) {
        this.life = life;
        this.parts = parts;
        this.reader = reader;
    }

    /** What the control units said last, whether it was good enough or not. */
    Collection<Installed> found() {
        return found.values();
    }

    /** What the vehicle's control units run now, if everything holds; else fails with {@link UpdateFailure}. */
    CompletableFuture<Map<String, Installed>> run(Bundle bundle) {
        List<String> ecus = bundle.targets().stream().map(Target::ecu).toList();
        return life.pause(Math.max(SHORTEST, bundle.bytes() * Nanos.SECOND / BYTES_PER_SECOND))
                .thenCompose(done -> reader.identifyAll(ecus))
                .thenCompose(installed -> verified(bundle, installed));
    }

    private CompletableFuture<Map<String, Installed>> verified(Bundle bundle, Map<String, Installed> installed) {
        found = installed;
        try {
            parts.verifier().vehicle(bundle, installed);
            for (Target target : bundle.targets()) {
                parts.verifier().image(target, parts.store().read(target.filename()));
            }
            return CompletableFuture.completedFuture(installed);
        } catch (UpdateFailure failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
