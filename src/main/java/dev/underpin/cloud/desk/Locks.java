package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.trust.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The exclusive locks of a session, one for each control unit: whoever acts on one holds its lock (ISO 17978-3, locking). A lock ends at its moment; its
 * holder may prolong it. Threading: that of the desk.
 */
final class Locks {
    private final Map<String, Lock> held = new TreeMap<>();

    /**
     * A lock.
     *
     * @param ecu the control unit
     * @param holder the technician who holds it
     * @param until its end
     */
    record Lock(String ecu, String holder, Instant until) {
        ObjectNode json() {
            return Json.object().put("ecu", ecu).put("technician", holder).put("lockedUntil", until.toString());
        }
    }

    /** Takes the lock, or prolongs it, for so long; at no time gives it back. */
    Lock take(String ecu, Technician technician, Instant now, Duration length) {
        refuseForeign(ecu, technician, now);
        Lock lock = new Lock(ecu, technician.name(), now.plus(length));
        held.put(ecu, lock);
        return lock;
    }

    /** @throws ApiError 423 when somebody else holds the lock of {@code ecu} */
    void refuseForeign(String ecu, Technician technician, Instant now) {
        lock(ecu, now).filter(lock -> !lock.holder().equals(technician.name())).ifPresent(lock -> {
            throw new ApiError(423, "locked-by-another", "%s holds the lock of %s".formatted(lock.holder(), ecu));
        });
    }

    /**
     * The lock of {@code ecu}, which {@code technician} holds.
     *
     * @throws ApiError 409 when nobody holds it, 423 when somebody else does
     */
    Lock require(String ecu, Technician technician, Instant now) {
        refuseForeign(ecu, technician, now);
        return lock(ecu, now).orElseThrow(() -> new ApiError(409, "lock-required", "nobody holds the lock of " + ecu));
    }

    /** Gives back all that a technician holds. */
    void release(Technician technician) {
        held.values().removeIf(lock -> lock.holder().equals(technician.name()));
    }

    /** All that stand, for the console. */
    ArrayNode json(Instant now) {
        ArrayNode locks = Json.array();
        held.keySet().forEach(ecu -> lock(ecu, now).ifPresent(lock -> locks.add(lock.json())));
        return locks;
    }

    private Optional<Lock> lock(String ecu, Instant now) {
        return Optional.ofNullable(held.get(ecu)).filter(lock -> now.isBefore(lock.until()));
    }
}
