package dev.underpin.vehicle.telematics;

import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.ecu.SecretKeys;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The telematics unit as a tester of the vehicle's control units.
 *
 * @param ecus the control units, in the order in which they are asked
 * @param clients the tester of a control unit; the same one at every call, shared by the agents
 * @param secrets the secret behind security access level 1 of a control unit
 */
public record EcuAccess(List<String> ecus, Function<String, UdsClient> clients, Function<String, byte[]> secrets) {
    public EcuAccess {
        ecus = List.copyOf(ecus);
    }

    public UdsClient client(String ecu) {
        return clients.apply(ecu);
    }

    /** The same, with requests that are never repeated because they were lost. */
    public EcuAccess once() {
        return new EcuAccess(ecus, ecu -> client(ecu).once(), secrets);
    }

    /** The same, with requests that are sent only as long as {@code wanted}. */
    public EcuAccess wanted(BooleanSupplier wanted) {
        return new EcuAccess(ecus, ecu -> client(ecu).wanted(wanted), secrets);
    }

    /** Unlocks level 1. */
    public CompletableFuture<?> unlock(String ecu) {
        return client(ecu).securityAccess(1, seed -> SecretKeys.key(secrets.apply(ecu), seed));
    }

    /** One after the other; the first failure ends it. */
    public static <T> CompletableFuture<Void> inOrder(List<T> items, Function<T, CompletableFuture<?>> action) {
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (T item : items) {
            chain = chain.thenCompose(done -> action.apply(item).thenApply(ignored -> null));
        }
        return chain;
    }

    /** The outcome of {@code asked}, whose failure on the bus makes no difference: then null. */
    public static CompletableFuture<Void> regardless(CompletableFuture<?> asked) {
        return asked.handle((answer, failure) -> {
            if (failure != null) {
                UdsError.in(failure);
            }
            return null;
        });
    }
}
