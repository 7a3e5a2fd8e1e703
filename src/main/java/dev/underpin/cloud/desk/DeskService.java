package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.Body;
import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.registry.Registry;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.BadSignature;
import dev.underpin.cloud.trust.CompactJws;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.Json;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The support desk: opens, feeds and shows sessions; what technicians do in them is the {@link Console}'s. */
public final class DeskService {
    private static final Set<String> CHANNELS = Set.of("car-button", "app", "phone");
    private static final Set<String> RESULTS = Set.of("done", "failed", "refused", "not-possible");

    private final Registry registry;
    private final Calendar calendar;
    private final AuditLog audit;
    private final DeskSettings settings;
    private final Eligibility eligibility;
    private final SessionTokens tokens;
    private final Inboxes inboxes = new Inboxes();
    private final Sessions sessions;
    private final Console console;
    private final Set<String> proofs = new HashSet<>();

    public DeskService(
            Registry registry,
            DevelopmentKeys keys,
            Calendar calendar,
            Entropy ids,
            AuditLog audit,
            DeskSettings settings,
            Map<String, String> diagnosticsMinimum,
            TriageBook triage,
            UnaryOperator<ClosingRule> closing,
            UnaryOperator<ReportDelivery> reporting) {
        this.registry = registry;
        this.calendar = calendar;
        this.audit = audit;
        this.settings = settings;
        this.eligibility = new Eligibility(diagnosticsMinimum);
        this.tokens = new SessionTokens(keys.sessionIssuer(), ids.fork("tokens"));
        this.sessions =
                new Sessions(registry, calendar, ids, audit, settings, triage, inboxes, reporting.apply(inboxes));
        this.console = new Console(
                registry,
                sessions,
                calendar,
                ids,
                audit,
                settings,
                closing.apply(ClosingRule.standard(settings.settle())));
    }

    /** The bearer token with which the technician {@code name} works the console; good for eight hours. */
    public String technicianToken(String name) {
        return tokens.forTechnician(name, calendar.utc());
    }

    /** The session of {@code vin} that has not ended. */
    public Optional<DiagnosticSession> live(String vin) {
        catchUp();
        return sessions.live(vin);
    }

    /** All sessions ever, oldest first. */
    public Collection<DiagnosticSession> sessions() {
        catchUp();
        return List.copyOf(sessions.all());
    }

    /** Sets the lowest software version per ECU with which remote diagnostics works. */
    public void requireSoftware(Map<String, String> versions) {
        eligibility.require(versions);
    }

    /** Does what time alone has brought about; every request does it first. */
    public void catchUp() {
        sessions.catchUp();
    }

    /** The user's app asks for support; the vehicle finds {@code open-session} in its mailbox. */
    public DiagnosticSession supportRequest(String vin) {
        Vehicle vehicle = registry.vehicle(vin);
        Eligibility.checkUser(vehicle.account());
        return sessions.request(vehicle, "app", "app");
    }

    /** The user grants in the app, or withdraws, the consent to remote diagnostics; withdrawing ends the session. */
    public void consent(String vin, boolean granted) {
        audit.add("app", "session-consent", vin, granted ? "granted" : "withdrawn");
        Optional<DiagnosticSession> live = sessions.live(vin);
        if (!granted && live.isPresent()) {
            ObjectNode message = Json.object()
                    .put("feature", "remote-diagnostics")
                    .put("sessionId", live.get().id());
            registry.vehicle(vin).mailbox().post("consent-revoked", message);
            sessions.end(live.get(), SessionState.ABORTED, calendar.utc(), "user", "consent withdrawn");
        }
    }

    DeskSettings settings() {
        return settings;
    }

    Instant now() {
        return calendar.utc();
    }

    Console console() {
        return console;
    }

    DiagnosticSession session(String id) {
        return sessions.require(id);
    }

    ArrayNode inbox() {
        return inboxes.json();
    }

    ObjectNode checkEligible(Vehicle vehicle, Body body) {
        Eligibility.checkUser(vehicle.account());
        ObjectNode versions = body.json().has("versions") ? body.object("versions") : Json.object();
        eligibility.checkVehicle(vehicle.account(), versions);
        return Json.object().put("eligible", true).put("phone", settings.phone());
    }

    /** The driver calls by phone: the caller must be the registered contact of the vehicle. */
    DiagnosticSession call(String vin, String phone, Technician technician) {
        Vehicle vehicle = registry.vehicle(vin);
        Account account = vehicle.account();
        Eligibility.checkUser(account);
        if (!digits(account.phone()).equals(digits(phone)) || digits(phone).isEmpty()) {
            audit.add(technician.name(), "call-refused", vin, "the caller is not the registered contact");
            throw new ApiError(403, "contact-unknown", "the number is not the registered contact of the vehicle");
        }
        return sessions.request(vehicle, "phone", technician.name());
    }

    ObjectNode open(Vehicle vehicle, Body body) {
        Eligibility.checkUser(vehicle.account());
        String consentId = body.text("consentId");
        String channel = body.text("channel");
        if (!CHANNELS.contains(channel)) {
            throw new ApiError(400, "request-malformed", "channel: expected car-button, app or phone");
        }
        checkProof(vehicle, body.text("proof"));
        DiagnosticSession session = sessionFor(vehicle, consentId, channel);
        if (session.state() == SessionState.REQUESTED) {
            sessions.grant(session, consentId, channel, body.texts("scope"));
        } else {
            sessions.renew(session);
        }
        return Json.object()
                .put("sessionId", session.id())
                .put("token", tokens.forSession(session, calendar.utc()))
                .put(
                        "technicianRole",
                        session.technician().orElse(settings.first()).role())
                .put("expiresInSeconds", settings.tokenLife().toSeconds());
    }

    /** The session {@code id} if the vehicle holds a good token for it; hearing from the vehicle counts as a sign of life. */
    DiagnosticSession authorised(Vehicle vehicle, ApiRequest request, String id, boolean afterEnd) {
        DiagnosticSession session = sessions.require(id);
        try {
            String token = request.header("x-session-token")
                    .orElseThrow(() -> new ApiError(401, "token-missing", "no session token"));
            if (!session.vin().equals(vehicle.vin())) {
                throw new ApiError(403, "token-wrong-vehicle", "the session is another vehicle's");
            }
            tokens.checkSession(token, session, calendar.utc());
            if (session.state().ended() && !(afterEnd && inGrace(session))) {
                throw new ApiError(
                        403,
                        "session-ended",
                        "the session is over: " + session.state().text());
            }
        } catch (ApiError refusal) {
            audit.add(vehicle.vin(), "token-refused", id, refusal.code());
            throw refusal;
        }
        if (!session.state().ended()) {
            sessions.contact(session);
        }
        return session;
    }

    void snapshot(DiagnosticSession session, Body body) {
        if (!body.text("vin").equals(session.vin())) {
            throw new ApiError(403, "vin-mismatch", "the read-out is of another vehicle");
        }
        session.add(new Snapshot(body.json(), calendar.utc()));
        if (session.state() == SessionState.CONNECTING) {
            sessions.enter(session, SessionState.ACTIVE, calendar.utc(), session.vin(), "diagnostic data received");
        }
    }

    /** Keeps a result; false when the command had one already. */
    boolean result(DiagnosticSession session, Body body) {
        String id = body.text("commandId");
        String status = body.text("status");
        if (!RESULTS.contains(status)) {
            throw new ApiError(400, "request-malformed", "status: expected done, failed, refused or not-possible");
        }
        Command command =
                session.command(id).orElseThrow(() -> new ApiError(404, "unknown-command", "no command " + id));
        boolean first = session.conclude(command, status, body.json(), calendar.utc());
        audit.add(session.vin(), first ? "command-result" : "command-result-repeated", id, status);
        return first;
    }

    void end(DiagnosticSession session, String by, String reason) {
        sessions.end(session, SessionState.ABORTED, calendar.utc(), by, reason);
    }

    Report report(Vehicle vehicle, String sessionId) {
        DiagnosticSession session = sessions.require(sessionId);
        if (!session.vin().equals(vehicle.vin())) {
            throw new ApiError(403, "token-wrong-vehicle", "the session is another vehicle's");
        }
        return session.report().orElseThrow(() -> new ApiError(404, "report-not-ready", "the session is not over"));
    }

    void acknowledge(Report report, String sha256) {
        if (!report.sha256().equals(sha256)) {
            throw new ApiError(409, "hash-mismatch", "the report's hash is " + report.sha256());
        }
        inboxes.acknowledge(report, calendar.utc());
        audit.add(report.vin(), "report-acknowledged", report.id(), sha256);
    }

    Technician technician(ApiRequest request) {
        String bearer = request.header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .orElseThrow(() -> new ApiError(401, "credentials-missing", "no bearer token"));
        String name = tokens.technician(bearer.substring("Bearer ".length()), calendar.utc());
        if (!request.header("x-technician").orElse(name).equals(name)) {
            throw new ApiError(403, "technician-unknown", "the token is " + name + "'s");
        }
        return onDuty(name);
    }

    Technician onDuty(String name) {
        return settings.technician(name)
                .orElseThrow(() -> new ApiError(403, "technician-unknown", name + " is not on duty"));
    }

    AuditLog audit() {
        return audit;
    }

    /** A request of a console was refused because of who made it: that is noted. */
    void turnedAway(ApiRequest request, ApiError refusal) {
        if (refusal.status() == 401 || refusal.status() == 403 || refusal.code().equals("session-held")) {
            audit.add(who(request), "access-refused", request.path(), refusal.code());
        }
    }

    private String who(ApiRequest request) {
        try {
            String bearer = request.header("authorization").orElse("").replaceFirst("^Bearer ", "");
            return tokens.technician(bearer, calendar.utc());
        } catch (ApiError nobody) {
            return "unknown";
        }
    }

    private DiagnosticSession sessionFor(Vehicle vehicle, String consentId, String channel) {
        Optional<DiagnosticSession> live = sessions.live(vehicle.vin());
        if (live.isPresent()) {
            if (live.get().state() != SessionState.REQUESTED
                    && !live.get().consentId().equals(consentId)) {
                audit.add(vehicle.vin(), "session-refused", live.get().id(), "session-active");
                throw Sessions.active(live.get());
            }
            return live.get();
        }
        if (!channel.equals("car-button")) {
            throw new ApiError(403, "consent-missing", "nobody has asked for support by " + channel);
        }
        return sessions.create(vehicle, channel, "driver");
    }

    private void checkProof(Vehicle vehicle, String proof) {
        try {
            ObjectNode claims = CompactJws.verify(proof, vehicle.key());
            String vin = claims.path("vin").asString(claims.path("sub").asString(""));
            if (!vin.equals(vehicle.vin()) || !claims.path("f190").asString("").equals(vehicle.vin())) {
                throw refused(vehicle, 403, "vin-mismatch", "the proof is not of this vehicle");
            }
            String nonce = claims.path("nonce").asString(claims.path("jti").asString(""));
            if (nonce.isEmpty() || !proofs.add(vehicle.vin() + " " + nonce)) {
                throw refused(vehicle, 409, "nonce-reused", "the proof's nonce is missing or was used before");
            }
        } catch (BadSignature e) {
            throw refused(vehicle, 403, "proof-invalid", e.why());
        }
    }

    private ApiError refused(Vehicle vehicle, int status, String code, String why) {
        audit.add(vehicle.vin(), "proof-refused", vehicle.vin(), code);
        return new ApiError(status, code, why);
    }

    private boolean inGrace(DiagnosticSession session) {
        Timeline.Step last = session.timeline().steps().getLast();
        boolean closedByDesk = settings.technician(last.actor()).isPresent();
        return closedByDesk && calendar.utc().isBefore(last.at().plus(settings.grace()));
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
