package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;

import dev.underpin.time.Calendar;
import dev.underpin.uds.Sid;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Json;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads measured values (0x22); each carries who told it, its identifier and unit, the moment (UTC) and the support session. */
final class ValueReader {
    /** From here on identifiers are about the control unit, not about what it measures. */
    private static final int IDENTIFICATION = 0xF100;

    private final EcuAccess access;
    private final EcuTable table;
    private final Calendar calendar;
    private final String session;

    /** @param session the support session for which values are read */
    ValueReader(EcuAccess access, EcuTable table, Calendar calendar, String session) {
        this.access = access;
        this.table = table;
        this.calendar = calendar;
        this.session = session;
    }

    /** Adds everything that the control unit measures to {@code values}; what it refuses or tells wrongly is left out. Fails when it falls silent. */
    CompletableFuture<Void> all(String ecu, ArrayNode values) {
        return read(ecu, measured(ecu).map(DidSpec::did).toList(), values);
    }

    /** The temperatures that the control unit measures, by the names of the identifiers. */
    CompletableFuture<ArrayNode> temperatures(String ecu) {
        return read(
                ecu,
                measured(ecu)
                        .filter(did -> did.unit().equals("degC"))
                        .map(DidSpec::did)
                        .toList());
    }

    /** The values of {@code dids} that the control unit tells. */
    CompletableFuture<ArrayNode> read(String ecu, List<Integer> dids) {
        ArrayNode values = Json.array();
        return read(ecu, dids, values).thenApply(done -> values);
    }

    private CompletableFuture<Void> read(String ecu, List<Integer> dids, ArrayNode values) {
        return inOrder(
                dids,
                did -> regardlessOfRefusal(raw(ecu, did).thenAccept(bytes -> values.add(described(ecu, did, bytes)))));
    }

    /** One identifier's bytes; as many as the table says, else the answer is malformed. */
    CompletableFuture<byte[]> raw(String ecu, int did) {
        return access.client(ecu).readDid(did).thenCompose(bytes -> {
            Optional<Integer> length = spec(ecu).flatMap(spec -> spec.did(did)).map(DidSpec::length);
            return length.isEmpty() || length.get() == bytes.length
                    ? CompletableFuture.completedFuture(bytes)
                    : CompletableFuture.failedFuture(UdsError.malformed(
                            Sid.READ_DATA, "%d bytes instead of %d".formatted(bytes.length, length.get())));
        });
    }

    /** Whether the control unit was not heard at all, so that asking on is in vain. */
    static boolean lost(UdsError error) {
        return error.kind() != UdsError.Kind.NEGATIVE && error.kind() != UdsError.Kind.MALFORMED;
    }

    private static CompletableFuture<Void> regardlessOfRefusal(CompletableFuture<Void> asked) {
        return asked.exceptionallyCompose(failure -> lost(UdsError.in(failure))
                ? CompletableFuture.failedFuture(failure)
                : CompletableFuture.completedFuture(null));
    }

    private Stream<DidSpec> measured(String ecu) {
        return spec(ecu).stream().flatMap(spec -> spec.dids().stream()).filter(did -> did.did() < IDENTIFICATION);
    }

    private ObjectNode described(String ecu, int number, byte[] bytes) {
        ObjectNode value = Json.object().put("ecu", ecu).put("did", "%04X".formatted(number));
        Optional<DidSpec> known =
                spec(ecu).flatMap(spec -> spec.did(number)).filter(did -> did.length() == bytes.length);
        value.put("name", known.map(DidSpec::name).orElse(""));
        switch (known.map(did -> did.decode(bytes))
                .orElseGet(() -> HexFormat.of().formatHex(bytes))) {
            case Double real -> value.put("value", real);
            case Object other -> value.put("value", other.toString());
        }
        return value.put("unit", known.map(DidSpec::unit).orElse(""))
                .put("capturedAt", calendar.utc().toString())
                .put("sessionId", session);
    }

    private Optional<EcuSpec> spec(String ecu) {
        return Optional.ofNullable(table.ecus().get(ecu));
    }
}
