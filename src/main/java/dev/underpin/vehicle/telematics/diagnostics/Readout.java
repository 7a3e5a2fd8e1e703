package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;

import dev.underpin.time.Nanos;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleState;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the whole vehicle. A control unit that does not answer is listed as silent and costs the others nothing but its time limit. */
final class Readout {
    private static final int VERSION = 0xF195;
    private static final int HARDWARE = 0xF191;
    private static final long BUDGET = 60 * Nanos.SECOND;

    private final DiagnosticsParts parts;
    private final EcuAccess access;
    private final FaultReader faults;
    private final ValueReader values;

    Readout(DiagnosticsParts parts, FaultReader faults, ValueReader values) {
        this.parts = parts;
        this.access = parts.access();
        this.faults = faults;
        this.values = values;
    }

    /** What there is to be read; never fails. Control units that the time did not suffice for are listed as not read. */
    CompletableFuture<ObjectNode> run(Life life) {
        ObjectNode snapshot = Json.object()
                .put("capturedAt", parts.calendar().utc().toString())
                .put("vin", parts.cloud().identity().vin());
        ArrayNode ecus = snapshot.putArray("ecus");
        long limit = life.now() + BUDGET;
        return inOrder(access.ecus(), ecu -> life.now() < limit && !life.over() ? read(ecu, ecus) : skipped(ecu, ecus))
                .thenApply(done -> whole(snapshot));
    }

    private CompletableFuture<Void> read(String ecu, ArrayNode ecus) {
        ObjectNode entry = Json.object().put("ecu", ecu);
        ecus.add(entry);
        UdsClient client = access.client(ecu);
        return client.readDid(VERSION)
                .thenCompose(version -> client.readDid(HARDWARE)
                        .thenAccept(hardware -> entry.putObject("versions")
                                .put("software", ascii(version))
                                .put("hardware", ascii(hardware))))
                .thenCompose(done -> faults.codesWithSnapshots(ecu))
                .thenCompose(codes -> {
                    entry.set("dtcs", codes);
                    return values.all(ecu);
                })
                .handle((found, failure) -> {
                    entry.put("state", failure == null ? "answered" : state(UdsError.in(failure)));
                    if (failure == null) {
                        entry.set("values", found);
                    }
                    return null;
                });
    }

    private static CompletableFuture<Void> skipped(String ecu, ArrayNode ecus) {
        ecus.add(Json.object().put("ecu", ecu).put("state", "not-read"));
        return CompletableFuture.completedFuture(null);
    }

    private static String state(UdsError error) {
        return error.kind() == UdsError.Kind.NEGATIVE ? "refused" : "silent";
    }

    private ObjectNode whole(ObjectNode snapshot) {
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

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII).strip();
    }
}
