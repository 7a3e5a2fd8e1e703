package dev.underpin.cloud.update;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.registry.EcuRecord;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.BadSignature;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.SignedEnvelope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the vehicles' signed version reports (Uptane vehicle version manifest). A report that is not the vehicle's, or repeats a
 * nonce, or claims success and leaves out an assigned ECU, is dropped and logged; it changes nothing.
 */
final class Manifests {
    private final SyncRule rule;
    private final AuditLog audit;
    private final Set<String> nonces = new HashSet<>();
    private final Map<String, Map<String, String>> assigned = new LinkedHashMap<>();
    private final Map<String, SyncReport> latest = new LinkedHashMap<>();

    Manifests(SyncRule rule, AuditLog audit) {
        this.rule = rule;
        this.audit = audit;
    }

    /** Notes the images that {@code vin} is known to have. */
    void installed(String vin, Iterable<StoredImage> images) {
        images.forEach(image -> assignedTo(vin).put(image.spec().ecu(), image.sha256()));
    }

    /** The last report of {@code vin} and what it proved. */
    Optional<SyncReport> latest(String vin) {
        return Optional.ofNullable(latest.get(vin));
    }

    /** Keeps what {@code report} proves; {@code offer} is the one that it is about. */
    SyncReport judge(Vehicle vehicle, ObjectNode report, Optional<Offer> offer) {
        Map<String, String> expected = new LinkedHashMap<>(assignedTo(vehicle.vin()));
        offer.ifPresent(open -> {
            requireEveryTarget(vehicle, open, report);
            open.images().forEach(image -> expected.put(image.spec().ecu(), image.sha256()));
        });
        SyncStatus status = rule.judge(expected, report);
        if (status == SyncStatus.IN_SYNC) {
            assignedTo(vehicle.vin()).putAll(expected);
        }
        report.path("ecus").forEach(row -> vehicle.record(row(vehicle, row)));
        SyncReport taken = new SyncReport(status, report);
        latest.put(vehicle.vin(), taken);
        audit.add(vehicle.vin(), "manifest", vehicle.vin(), status + " " + Json.text(report));
        return taken;
    }

    /** The signed part of a manifest that is the vehicle's own and fresh. */
    ObjectNode believed(Vehicle vehicle, byte[] body) {
        SignedEnvelope envelope = parsed(vehicle, body);
        ObjectNode report = envelope.signed();
        if (!envelope.signedBy(vehicle.key())) {
            throw dropped(vehicle, 403, "signature-invalid", "the manifest is not signed by the vehicle's key");
        }
        if (!report.path("vin").asString("").equals(vehicle.vin())) {
            throw dropped(vehicle, 403, "wrong-vehicle", "the manifest speaks for another vehicle");
        }
        String nonce = report.path("nonce").asString("");
        if (nonce.isBlank() || !nonces.add(vehicle.vin() + " " + nonce)) {
            throw dropped(vehicle, 409, "nonce-reused", "the manifest's nonce is missing or was used before");
        }
        return report;
    }

    private SignedEnvelope parsed(Vehicle vehicle, byte[] body) {
        try {
            return SignedEnvelope.parse(body);
        } catch (BadSignature e) {
            throw dropped(vehicle, 400, "request-malformed", e.why());
        }
    }

    private void requireEveryTarget(Vehicle vehicle, Offer offer, ObjectNode report) {
        if (!report.path("outcome").asString("").equals("success")) {
            return;
        }
        Set<String> reported = new HashSet<>();
        report.path("ecus").forEach(row -> reported.add(row.path("ecu").asString("")));
        for (StoredImage image : offer.images()) {
            if (!reported.contains(image.spec().ecu())) {
                throw dropped(
                        vehicle,
                        422,
                        "ecu-missing",
                        "the manifest claims success without " + image.spec().ecu());
            }
        }
    }

    private ApiError dropped(Vehicle vehicle, int status, String code, String why) {
        audit.add(vehicle.vin(), "manifest-dropped", vehicle.vin(), code + ": " + why);
        return new ApiError(status, code, why);
    }

    private static EcuRecord row(Vehicle vehicle, JsonNode row) {
        String ecu = row.path("ecu").asString("");
        return new EcuRecord(
                ecu,
                vehicle.ecu(ecu).map(EcuRecord::hardware).orElse(""),
                row.path("serial").asString(""),
                row.path("version").asString(""),
                row.path("sha256").asString(""),
                row.path("releaseCounter").asLong(0));
    }

    private Map<String, String> assignedTo(String vin) {
        return assigned.computeIfAbsent(vin, unknown -> new LinkedHashMap<>());
    }
}
