package dev.underpin.cloud.desk;

import dev.underpin.cloud.trust.Json;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A session as the console shows it. */
final class SessionView {
    private SessionView() {}

    /** One line of the list. */
    static ObjectNode summary(DiagnosticSession session) {
        return Json.object()
                .put("sessionId", session.id())
                .put("vin", session.vin())
                .put("channel", session.channel())
                .put("state", session.state().text())
                .put("openedAt", session.timeline().begun().toString())
                .put("technician", session.technician().map(Technician::name).orElse(""));
    }

    /** Everything about the session. */
    static ObjectNode whole(DiagnosticSession session, Instant now, Duration silence) {
        ObjectNode view = summary(session)
                .put("consentId", session.consentId())
                .put("expiresAt", session.expires().toString())
                .put("lastContact", session.lastContact().toString())
                .put("presence", now.isAfter(session.lastContact().plus(silence)) ? "offline" : "online");
        view.set("scope", Json.array(session.scope()));
        addReadOut(view, session, now);
        session.assessment().ifPresent(assessment -> view.set("assessment", assessment.json()));
        session.health()
                .ifPresent(health -> view.set("health", health.deepCopy().put("received", session.healthCount())));
        ArrayNode commands = Json.array();
        session.commands().forEach(command -> commands.add(command.record()));
        view.set("commands", commands);
        view.set("locks", session.locks().json(now));
        view.set("timeline", session.timeline().json());
        session.appointment().ifPresent(appointment -> view.set("appointment", appointment.json()));
        session.report().ifPresent(report -> view.set("report", report.notice()));
        return view;
    }

    private static void addReadOut(ObjectNode view, DiagnosticSession session, Instant now) {
        if (!session.snapshots().isEmpty()) {
            Snapshot latest = session.snapshots().getLast();
            view.set("snapshot", latest.shown(now));
            view.set("silent", Json.array(latest.silentEcus()));
            view.set("findings", Json.array(latest.contradictions()));
        }
    }
}
