package dev.underpin.cloud.desk;

import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the report of an ended session. */
final class ReportWriter {
    private static final List<String> TOLD =
            List.of("error_code", "nrc", "lastSeen", "incomplete", "untrusted", "truncated", "values");

    private final DiagnosticSession session;
    private final Account account;
    private final DeskSettings settings;

    ReportWriter(DiagnosticSession session, Account account, DeskSettings settings) {
        this.session = session;
        this.account = account;
        this.settings = settings;
    }

    Report write(String id, Instant now) {
        ObjectNode report = Json.object()
                .put("reportId", id)
                .put("sessionId", session.id())
                .put("outcome", session.state().text())
                .put("vehicle", Sha256.hex(session.vin()))
                .put("channel", session.channel())
                .put("consentId", session.consentId())
                .put("openedAt", session.timeline().begun().toString())
                .put("endedAt", now.toString())
                .put("user", account.user())
                .put("technician", session.technician().map(Technician::role).orElse(""));
        report.set("symptoms", symptoms());
        session.assessment().ifPresent(assessment -> report.set("assessment", assessment.json()));
        report.set("findings", findings());
        report.set("before", before());
        report.set("after", session.observations().json());
        report.set("steps", commands(true));
        report.set("actions", commands(false));
        report.set("versions", versions());
        report.set("timeline", session.timeline().json());
        report.set("dataAccess", dataAccess());
        session.appointment().ifPresent(appointment -> report.set("appointment", appointment.json()));
        report.set("nextSteps", Json.array(nextSteps()));
        return Report.sealed(session.vin(), report);
    }

    private ArrayNode symptoms() {
        return session.snapshots().isEmpty()
                ? Json.array()
                : Json.array(session.snapshots().getFirst().lamps());
    }

    private ArrayNode findings() {
        return session.snapshots().isEmpty()
                ? Json.array()
                : Json.array(session.snapshots().getFirst().contradictions());
    }

    private ArrayNode before() {
        ArrayNode array = Json.array();
        if (!session.snapshots().isEmpty()) {
            Snapshot first = session.snapshots().getFirst();
            for (JsonNode ecu : first.shown(first.received()).path("ecus")) {
                ObjectNode row = Json.object()
                        .put("ecu", ecu.path("ecu").asString(""))
                        .put("state", ecu.path("state").asString(""));
                TOLD.stream().filter(ecu::has).forEach(member -> row.set(member, ecu.path(member)));
                row.set("dtcs", ecu.path("dtcs").isArray() ? ecu.path("dtcs") : Json.array());
                array.add(row);
            }
        }
        return array;
    }

    private ArrayNode commands(boolean guidance) {
        ArrayNode array = Json.array();
        session.commands().stream()
                .filter(command -> command.kind().equals("guidance") == guidance)
                .forEach(command -> array.add(command.record()));
        return array;
    }

    private ObjectNode versions() {
        ObjectNode versions = Json.object();
        if (!session.snapshots().isEmpty()) {
            for (JsonNode ecu : session.snapshots().getLast().json().path("ecus")) {
                if (ecu.has("versions")) {
                    versions.set(ecu.path("ecu").asString(""), ecu.path("versions"));
                }
            }
        }
        return versions;
    }

    private ArrayNode dataAccess() {
        ArrayNode array = Json.array();
        for (Snapshot snapshot : session.snapshots()) {
            List<String> ecus = snapshot.json()
                    .path("ecus")
                    .valueStream()
                    .map(ecu -> ecu.path("ecu").asString(""))
                    .toList();
            array.add(Json.object()
                    .put("at", snapshot.received().toString())
                    .put("purpose", "remote diagnostics")
                    .set("ecus", Json.array(ecus)));
        }
        session.commands().stream()
                .filter(command -> command.kind().equals("read"))
                .forEach(command -> array.add(readBy(command)));
        return array;
    }

    private ObjectNode readBy(Command command) {
        ObjectNode access = Json.object()
                .put("at", command.issued().toString())
                .put("purpose", "remote diagnostics, asked for by a technician")
                .put(
                        "role",
                        settings.technician(command.technician())
                                .map(Technician::role)
                                .orElse(""));
        access.set("ecus", Json.array(List.of(command.ecu())));
        access.set("dids", Json.array(command.dids()));
        return access;
    }

    private List<String> nextSteps() {
        List<String> steps = new ArrayList<>();
        session.appointment()
                .ifPresent(made -> steps.add("Service appointment on %s at %s".formatted(made.start(), made.place())));
        switch (session.state()) {
            case RESOLVED -> steps.add("None: the fault is resolved");
            case APPOINTMENT -> steps.add("Bring the vehicle to the appointment");
            case FOLLOW_UP -> steps.add("Technical support will contact you");
            default -> steps.add("Technical support will contact you; call " + settings.phone() + " to go on");
        }
        return steps;
    }
}
