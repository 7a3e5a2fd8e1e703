package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;
import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.telematics.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks values of a read-out that are not what the vehicle is like now ({@code "stale": true}): older than {@link #OLD}, or a count of the distance that
 * stood still while the vehicle drove.
 */
final class Freshness {
    /** The age beyond which a value no longer counts as live. */
    static final Duration OLD = Duration.ofSeconds(60);

    private static final double STEPS = 2;
    private static final long LONGEST_DRIVE = 20 * Nanos.SECOND;
    private static final double SECONDS_PER_HOUR = 3600;

    private final DiagnosticsParts parts;
    private final ValueReader values;

    Freshness(DiagnosticsParts parts, ValueReader values) {
        this.parts = parts;
        this.values = values;
    }

    private record Count(String ecu, DidSpec did, ObjectNode value) {}

    /** Looks at the values of {@code ecus}; while the vehicle drives this takes until the counts must have moved on, at most 20 s. Never fails. */
    CompletableFuture<Void> mark(Life life, ArrayNode ecus) {
        List<Count> counts = counts(ecus);
        double distance =
                STEPS * counts.stream().mapToDouble(it -> it.did.scale()).max().orElse(0);
        CompletableFuture<Boolean> driven = counts.isEmpty()
                ? CompletableFuture.completedFuture(false)
                : driven(life, distance, life.now() + LONGEST_DRIVE);
        return driven.thenCompose(
                        moved -> moved ? inOrder(counts, this::again) : CompletableFuture.completedFuture(null))
                .thenAccept(done -> ecus.forEach(ecu -> ecu.path("values").forEach(this::age)));
    }

    /** Whether the vehicle drives so many kilometres until {@code limit}. */
    private CompletableFuture<Boolean> driven(Life life, double kilometres, long limit) {
        double speed = parts.vehicle().speed();
        if (kilometres <= 0 || speed <= 0 || life.now() >= limit) {
            return CompletableFuture.completedFuture(kilometres <= 0);
        }
        return life.pause(Nanos.SECOND).thenCompose(done -> driven(life, kilometres - speed / SECONDS_PER_HOUR, limit));
    }

    private CompletableFuture<Void> again(Count count) {
        return regardless(values.raw(count.ecu, count.did.did()).thenAccept(bytes -> {
            if (count.did.number(bytes) == count.value.path("value").asDouble(0)) {
                count.value.put("stale", true);
            }
        }));
    }

    private void age(JsonNode value) {
        Instant captured = Instant.parse(value.path("capturedAt").asString(""));
        if (captured.plus(OLD).isBefore(parts.calendar().utc())) {
            ((ObjectNode) value).put("stale", true);
        }
    }

    private List<Count> counts(ArrayNode ecus) {
        List<Count> counts = new ArrayList<>();
        for (JsonNode ecu : ecus) {
            String name = ecu.path("ecu").asString("");
            for (JsonNode value : ecu.path("values")) {
                did(name, value)
                        .filter(DidSpec::distance)
                        .ifPresent(did -> counts.add(new Count(name, did, (ObjectNode) value)));
            }
        }
        return counts;
    }

    private Optional<DidSpec> did(String ecu, JsonNode value) {
        return Optional.ofNullable(parts.table().ecus().get(ecu))
                .flatMap(spec -> Numbers.parse(value.path("did").asString("")).flatMap(spec::did));
    }
}
