package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.registry.Registry;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.Json;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.StringNode;

/** All sessions ever; at most one of a vehicle lives. Every end makes a report and brings it to both readers. */
final class Sessions {
    private final Registry registry;
    private final Calendar calendar;
    private final Entropy ids;
    private final AuditLog audit;
    private final DeskSettings settings;
    private final TriageBook triage;
    private final Inboxes inboxes;
    private final ReportDelivery delivery;
    private final Map<String, DiagnosticSession> sessions = new LinkedHashMap<>();

    Sessions(
            Registry registry,
            Calendar calendar,
            Entropy ids,
            AuditLog audit,
            DeskSettings settings,
            TriageBook triage,
            Inboxes inboxes,
            ReportDelivery delivery) {
        this.registry = registry;
        this.calendar = calendar;
        this.ids = ids;
        this.audit = audit;
        this.settings = settings;
        this.triage = triage;
        this.inboxes = inboxes;
        this.delivery = delivery;
    }

    Collection<DiagnosticSession> all() {
        return sessions.values();
    }

    DiagnosticSession require(String id) {
        DiagnosticSession session = sessions.get(id);
        if (session == null) {
            throw new ApiError(404, "unknown-session", "no session " + id);
        }
        return session;
    }

    /** The session of {@code vin} that has not ended. */
    Optional<DiagnosticSession> live(String vin) {
        return sessions.values().stream()
                .filter(session -> session.vin().equals(vin) && !session.state().ended())
                .findFirst();
    }

    /** A new session in the state requested. */
    DiagnosticSession create(Vehicle vehicle, String channel, String actor) {
        DiagnosticSession session =
                new DiagnosticSession("S-" + ids.hex(4), vehicle.vin(), channel, calendar.utc(), actor, triage);
        sessions.put(session.id(), session);
        audit.add(actor, "session-requested", session.id(), channel);
        return session;
    }

    /** The user asks for support by {@code channel}: the vehicle finds {@code open-session} in its mailbox. */
    DiagnosticSession request(Vehicle vehicle, String channel, String actor) {
        Optional<DiagnosticSession> live = live(vehicle.vin());
        if (live.isPresent()) {
            if (live.get().state() == SessionState.REQUESTED) {
                return live.get();
            }
            throw active(live.get());
        }
        DiagnosticSession session = create(vehicle, channel, actor);
        vehicle.mailbox()
                .post("open-session", Json.object().put("channel", channel).put("sessionId", session.id()));
        return session;
    }

    /** The user grants the session and the vehicle may connect. */
    void grant(DiagnosticSession session, String consentId, String channel, List<String> scope) {
        Instant now = calendar.utc();
        session.granted(consentId, channel, scope, now.plus(settings.tokenLife()));
        session.contact(now);
        enter(session, SessionState.CONSENTED, now, "user", "consent " + consentId);
        enter(session, SessionState.CONNECTING, now, session.vin(), "proof of the vehicle checked");
    }

    void renew(DiagnosticSession session) {
        session.renewed(calendar.utc().plus(settings.tokenLife()));
        contact(session);
    }

    /** The vehicle has been heard; a suspended session goes on. */
    void contact(DiagnosticSession session) {
        session.contact(calendar.utc());
        if (session.state() == SessionState.SUSPENDED) {
            enter(session, SessionState.ACTIVE, calendar.utc(), session.vin(), "the vehicle is back");
        }
    }

    void enter(DiagnosticSession session, SessionState next, Instant at, String actor, String reason) {
        session.timeline().enter(next, at, actor, reason);
        audit.add(actor, "session-" + next.text(), session.id(), reason);
    }

    /** Ends the session and delivers its report. */
    Report end(DiagnosticSession session, SessionState end, Instant at, String actor, String reason) {
        enter(session, end, at, actor, reason);
        Vehicle vehicle = registry.vehicle(session.vin());
        Report report = new ReportWriter(session, vehicle.account(), settings)
                .write("R-" + ids.hex(4).toUpperCase(Locale.ROOT), at);
        session.reported(report);
        delivery.toUser(vehicle, report);
        delivery.toTeam(report);
        inboxes.told(report, calendar.utc());
        audit.add("cloud", "report-delivered", report.id(), report.sha256());
        return report;
    }

    /** Does what time alone has brought about since the last call: silence, suspension, expiry, repeated delivery. */
    void catchUp() {
        Instant now = calendar.utc();
        for (DiagnosticSession session : List.copyOf(sessions.values())) {
            switch (session.state()) {
                case REQUESTED, CONSENTED, CONNECTING ->
                    giveUp(
                            session,
                            session.lastContact(),
                            settings.connectWindow(),
                            now,
                            "the vehicle did not connect");
                case ACTIVE -> suspend(session, now);
                case SUSPENDED ->
                    giveUp(
                            session,
                            session.timeline().since(),
                            settings.suspendWindow(),
                            now,
                            "the vehicle did not come back");
                default -> session.report().ifPresent(report -> remind(report, now));
            }
        }
    }

    static ApiError active(DiagnosticSession session) {
        return new ApiError(409, "session-active", "the session " + session.id() + " is not over")
                .with("sessionId", StringNode.valueOf(session.id()));
    }

    private void suspend(DiagnosticSession session, Instant now) {
        Instant silent = session.lastContact().plus(settings.silence());
        if (now.isAfter(silent)) {
            enter(session, SessionState.SUSPENDED, silent, "cloud", "nothing heard from the vehicle");
            giveUp(session, silent, settings.suspendWindow(), now, "the vehicle did not come back");
        }
    }

    private void giveUp(DiagnosticSession session, Instant since, Duration window, Instant now, String reason) {
        Instant limit = since.plus(window);
        if (now.isAfter(limit)) {
            end(session, SessionState.ABORTED, limit, "cloud", reason);
        }
    }

    private void remind(Report report, Instant now) {
        if (inboxes.due(report, now, settings.repeatReport())) {
            registry.vehicle(report.vin()).mailbox().post("report", report.notice());
            inboxes.told(report, now);
        }
    }
}
