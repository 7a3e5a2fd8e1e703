package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;

import dev.underpin.time.Nanos;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleState;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the whole vehicle. A control unit that does not answer is listed as silent and costs the others nothing but its time limit. */
final class Readout {
    private static final int VERSION = 0xF195;
    private static final int HARDWARE = 0xF191;
    private static final int ACTIVE_SESSION = 0xF186;
    private static final long BUDGET = 60 * Nanos.SECOND;

    private static final long BOOT = Nanos.SECOND;

    private final DiagnosticsParts parts;
    private final EcuAccess access;
    private final FaultReader faults;
    private final ValueReader values;
    private final Hearing hearing;
    private final Life life;
    private final Freshness freshness;

    /**
     * @param session the support session for which it is read
     * @param access the control units as the session may ask them
     * @param life that of the session
     */
    Readout(DiagnosticsParts parts, String session, EcuAccess access, Hearing hearing, Life life) {
        this.parts = parts;
        this.life = life;
        this.access = access.once();
        this.faults = new FaultReader(this.access, parts.table());
        this.values = new ValueReader(this.access, parts.table(), parts.calendar(), session);
        this.freshness = new Freshness(parts, values);
        this.hearing = hearing;
    }

    /** What there is to be read; never fails. Control units that the time did not suffice for are listed as not read. */
    CompletableFuture<ObjectNode> run() {
        ObjectNode snapshot = Json.object()
                .put("capturedAt", parts.calendar().utc().toString())
                .put("vin", parts.cloud().identity().vin());
        ArrayNode ecus = snapshot.putArray("ecus");
        hearing.forget();
        long limit = life.now() + BUDGET;
        return inOrder(access.ecus(), ecu -> life.now() < limit && !life.over() ? read(ecu, ecus) : skipped(ecu, ecus))
                .thenCompose(done -> freshness.mark(life, ecus))
                .thenApply(done -> whole(snapshot));
    }

    private CompletableFuture<Void> read(String ecu, ArrayNode ecus) {
        ObjectNode entry = Json.object().put("ecu", ecu);
        ecus.add(entry);
        return whole(ecu, entry)
                .exceptionallyCompose(failure -> mayComeBack(UdsError.in(failure))
                        ? life.pause(BOOT)
                                .thenCompose(done -> passOverTheLate(ecu))
                                .thenCompose(done -> whole(ecu, entry))
                        : CompletableFuture.failedFuture(failure))
                .handle((found, failure) -> {
                    if (failure == null) {
                        entry.put("state", "answered");
                    } else {
                        failed(ecu, entry, UdsError.in(failure));
                    }
                    return null;
                });
    }

    /** Who it is comes first, each time: what answers after a silence may be another one, or the same with other software. */
    private CompletableFuture<Void> whole(String ecu, ObjectNode entry) {
        return values.raw(ecu, VERSION)
                .thenCompose(version -> values.raw(ecu, HARDWARE)
                        .thenAccept(hardware -> entry.putObject("versions")
                                .put("software", ascii(version))
                                .put("hardware", ascii(hardware))))
                .thenCompose(done -> faults.codesWithSnapshots(ecu, entry))
                .thenCompose(done -> values.all(ecu, entry.putArray("values")));
    }

    /**
     * Asks something else first, of which the answer is not used: an answer to the request that was given up comes before it, and is not believed to be that of
     * the next one, which is the same.
     */
    private CompletableFuture<Void> passOverTheLate(String ecu) {
        return values.raw(ecu, ACTIVE_SESSION)
                .<Void>thenApply(session -> null)
                .exceptionallyCompose(failure -> ValueReader.lost(UdsError.in(failure))
                        ? CompletableFuture.failedFuture(failure)
                        : CompletableFuture.completedFuture(null));
    }

    private static boolean mayComeBack(UdsError error) {
        return ValueReader.lost(error) && error.kind() != UdsError.Kind.PENDING_TOO_LONG;
    }

    /** What was read before stays, marked as not all. */
    private void failed(String ecu, ObjectNode entry, UdsError error) {
        if (entry.has("dtcs")) {
            entry.put("state", "answered").put("incomplete", true);
        } else {
            entry.put("state", error.kind() == UdsError.Kind.NEGATIVE ? "refused" : "silent");
        }
        entry.put("error_code", CommandFailure.code(error));
        if (error.kind() == UdsError.Kind.NEGATIVE) {
            entry.put("nrc", "%02X".formatted(error.code()));
        }
        hearing.lastHeard(ecu).ifPresent(at -> entry.put("lastSeen", at.toString()));
    }

    private static CompletableFuture<Void> skipped(String ecu, ArrayNode ecus) {
        ecus.add(Json.object().put("ecu", ecu).put("state", "not-read"));
        return CompletableFuture.completedFuture(null);
    }

    private ObjectNode whole(ObjectNode snapshot) {
        snapshot.path("ecus").forEach(this::doubt);
        VehicleState vehicle = parts.vehicle();
        ArrayNode lamps = snapshot.putArray("lamps");
        vehicle.lamps().forEach(lamps::add);
        snapshot.putObject("vehicle")
                .put("moving", Interlock.moving(vehicle))
                .put("soc", vehicle.stateOfCharge())
                .put("volts12", vehicle.lowVoltage())
                .put("odometer", vehicle.odometer());
        return snapshot;
    }

    /** Marks values that were told twice, and differently. */
    private void doubt(JsonNode ecu) {
        String name = ecu.path("ecu").asString("");
        if (hearing.contradicted(name, VERSION) || hearing.contradicted(name, HARDWARE)) {
            ((ObjectNode) ecu).put("untrusted", true);
        }
        for (JsonNode value : ecu.path("values")) {
            Numbers.parse(value.path("did").asString(""))
                    .filter(did -> hearing.contradicted(name, did))
                    .ifPresent(did -> ((ObjectNode) value).put("untrusted", true));
        }
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII).strip();
    }
}
