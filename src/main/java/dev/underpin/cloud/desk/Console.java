package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.Body;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.registry.Registry;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.Json;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** What a technician does in a session: commands, appointments, the close. */
final class Console {
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "guidance", List.of("text", "who"),
            "routine", List.of("ecu", "rid"),
            "control", List.of("ecu", "did", "data"),
            "reset", List.of("ecu"),
            "read", List.of("ecu"),
            "clear", List.of("ecu"),
            "retest", List.of("ecu"));

    /** What acts on a control unit so that it needs the lock. */
    private static final Set<String> LOCKED = Set.of("routine", "control", "reset");

    private static final long LOCK_SECONDS = 60;
    private static final long LONGEST_LOCK = 300;
    private static final int LOCKING_TIER = 2;

    /** So many commands in {@link #PERIOD} are as many as a person sends. */
    private static final int MOST = 30;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Registry registry;
    private final Sessions sessions;
    private final Calendar calendar;
    private final Entropy ids;
    private final AuditLog audit;
    private final DeskSettings settings;
    private final ClosingRule closingRule;
    private final AppointmentBook diary = new AppointmentBook();

    Console(
            Registry registry,
            Sessions sessions,
            Calendar calendar,
            Entropy ids,
            AuditLog audit,
            DeskSettings settings,
            ClosingRule closingRule) {
        this.registry = registry;
        this.sessions = sessions;
        this.calendar = calendar;
        this.ids = ids;
        this.audit = audit;
        this.settings = settings;
        this.closingRule = closingRule;
    }

    /** What a command or an appointment came to: the thing, and whether it is new. */
    record Made<T>(T thing, boolean fresh) {}

    /** Queues a command; the same command id again changes nothing. */
    Made<Command> command(DiagnosticSession session, Technician technician, Body body) {
        String ecu = body.optionalText("ecu").orElse("");
        session.locks().refuseForeign(ecu, technician, calendar.utc());
        take(session, technician);
        Optional<Command> known = body.optionalText("commandId").flatMap(session::command);
        if (known.isPresent()) {
            return new Made<>(known.get(), false);
        }
        String kind = checkedKind(session, technician, body);
        ObjectNode order = body.json().deepCopy();
        order.remove(List.of("commandId", "kind", "seq", "lockedUntil"));
        if (LOCKED.contains(kind)) {
            Locks.Lock lock = session.locks().require(ecu, technician, calendar.utc());
            order.put("lockedUntil", lock.until().toString());
        }
        String id = body.optionalText("commandId").orElseGet(() -> "C-" + ids.hex(4));
        return new Made<>(queue(session, id, kind, order, technician), true);
    }

    /** Takes or prolongs the lock of a control unit; for 0 s gives it back. */
    Locks.Lock lock(DiagnosticSession session, Technician technician, Body body) {
        String ecu = body.text("ecu");
        session.locks().refuseForeign(ecu, technician, calendar.utc());
        take(session, technician);
        if (technician.tier() < LOCKING_TIER) {
            throw new ApiError(403, "insufficient-access-rights", technician.name() + " may only read and guide");
        }
        long seconds = Math.clamp(body.json().path("seconds").asLong(LOCK_SECONDS), 0, LONGEST_LOCK);
        audit.add(technician.name(), "lock", session.id(), "%s for %d s".formatted(ecu, seconds));
        return session.locks().take(ecu, technician, calendar.utc(), Duration.ofSeconds(seconds));
    }

    /** Passes over a guidance step that the driver cannot do. */
    void skip(DiagnosticSession session, Technician technician, String commandId, String reason) {
        take(session, technician);
        Command command = session.command(commandId)
                .orElseThrow(() -> new ApiError(404, "unknown-command", "no command " + commandId));
        session.conclude(command, "skipped", Json.object().put("detail", reason), calendar.utc());
        audit.add(technician.name(), "command-skipped", commandId, reason);
    }

    List<Instant> freeSlots() {
        return diary.free(calendar.utc());
    }

    /** Makes the session's appointment, or moves it to another slot. */
    Made<Appointment> appoint(DiagnosticSession session, Technician technician, Body body) {
        take(session, technician);
        Optional<Instant> wished = body.optionalText("slot").map(Console::instant);
        Optional<Appointment> standing = session.appointment()
                .filter(made -> wished.isEmpty() || wished.get().equals(made.start()));
        if (standing.isPresent()) {
            return new Made<>(standing.get(), false);
        }
        boolean fresh = session.appointment().isEmpty();
        Appointment made = appointment(session, diary.choose(wished, calendar.utc()), body);
        diary.enter(made);
        session.appointed(made);
        tell(session, technician, made);
        return new Made<>(made, fresh);
    }

    /** Gives the session to another technician on duty, without the locks in it; only who holds it can. */
    void handOver(DiagnosticSession session, Technician technician, Technician next) {
        take(session, technician);
        session.locks().release(technician);
        session.takenBy(next);
        audit.add(technician.name(), "session-handed-over", session.id(), "to " + next.name());
    }

    /** Ends the session with an outcome; {@code resolved} needs evidence, {@code appointment} an appointment. */
    Report close(DiagnosticSession session, Technician technician, String outcome) {
        take(session, technician);
        SessionState end = switch (outcome) {
            case "resolved" -> resolved(session);
            case "appointment" -> appointed(session);
            case "follow-up" -> SessionState.FOLLOW_UP;
            default ->
                throw new ApiError(400, "request-malformed", "outcome: expected resolved, appointment or follow-up");
        };
        boolean connected = session.state() != SessionState.REQUESTED;
        Report report = sessions.end(session, end, calendar.utc(), technician.name(), "closed as " + outcome);
        if (connected) {
            ObjectNode order = report.notice();
            order.set("nextSteps", report.body().path("nextSteps"));
            queue(session, "C-" + ids.hex(4), "outcome", order, technician);
        }
        return report;
    }

    private SessionState resolved(DiagnosticSession session) {
        List<String> missing = closingRule.missing(session);
        if (!missing.isEmpty()) {
            throw new ApiError(409, "evidence-missing", "not resolved without " + String.join("; ", missing))
                    .with("missing", Json.array(missing));
        }
        return SessionState.RESOLVED;
    }

    private static SessionState appointed(DiagnosticSession session) {
        if (session.appointment().isEmpty()) {
            throw new ApiError(409, "next-step-missing", "no appointment has been made");
        }
        return SessionState.APPOINTMENT;
    }

    private static void take(DiagnosticSession session, Technician technician) {
        if (session.state().ended()) {
            throw new ApiError(
                    409,
                    "session-ended",
                    "the session is over: " + session.state().text());
        }
        if (session.technician()
                .filter(other -> !other.name().equals(technician.name()))
                .isPresent()) {
            throw new ApiError(409, "session-held", "another technician has taken the session");
        }
        session.takenBy(technician);
    }

    private String checkedKind(DiagnosticSession session, Technician technician, Body body) {
        if (session.state() != SessionState.ACTIVE && session.state() != SessionState.SUSPENDED) {
            throw new ApiError(
                    409,
                    "session-not-active",
                    "the session is " + session.state().text());
        }
        String kind = body.text("kind");
        List<String> members = REQUIRED.get(kind);
        if (members == null) {
            throw new ApiError(400, "request-malformed", "kind: expected one of " + new TreeSet<>(REQUIRED.keySet()));
        }
        members.forEach(body::text);
        if (!technician.may(kind)) {
            throw new ApiError(403, "insufficient-access-rights", technician.name() + " may only read and guide");
        }
        if (issuedSince(session, calendar.utc().minus(PERIOD)) >= MOST) {
            audit.add(technician.name(), "command-refused", session.id(), "too-many-commands");
            throw new ApiError(429, "too-many-commands", "no more than %d commands a minute".formatted(MOST));
        }
        boolean open = session.commands().stream()
                .anyMatch(command ->
                        command.kind().equals("guidance") && command.result().isEmpty());
        if (kind.equals("guidance") && open) {
            throw new ApiError(409, "step-open", "the last guidance step has no result yet");
        }
        return kind;
    }

    private static long issuedSince(DiagnosticSession session, Instant since) {
        return session.commands().stream()
                .filter(command -> command.issued().isAfter(since))
                .count();
    }

    /** A look into a control unit that has nothing to do with the fault is allowed, and stands out in the log. */
    private void watch(DiagnosticSession session, String ecu, String kind, Technician technician) {
        boolean curious = kind.equals("read")
                && session.assessment()
                        .filter(Assessment::faulty)
                        .filter(found -> !found.concerns(ecu))
                        .isPresent();
        if (curious) {
            audit.add(technician.name(), "access-unusual", session.id(), "read of %s beyond the fault".formatted(ecu));
        }
    }

    private Command queue(DiagnosticSession session, String id, String kind, ObjectNode order, Technician technician) {
        Command command =
                new Command(session.commands().size() + 1, id, kind, order, technician.name(), calendar.utc());
        session.add(command);
        registry.vehicle(session.vin())
                .mailbox()
                .post(
                        "session-command",
                        Json.object().put("sessionId", session.id()).put("commandId", id));
        audit.add(technician.name(), "command-" + kind, session.id(), Json.text(order));
        watch(session, command.ecu(), kind, technician);
        return command;
    }

    private Appointment appointment(DiagnosticSession session, Instant start, Body body) {
        Set<String> dtcs = new LinkedHashSet<>();
        session.assessment().ifPresent(found -> found.cascade().forEach(dtc -> dtcs.add(dtc.code())));
        String reason = body.optionalText("reason")
                .or(() -> session.assessment().filter(Assessment::faulty).map(Assessment::text))
                .orElse("further diagnosis");
        double odometer = session.snapshots().isEmpty()
                ? 0
                : session.snapshots()
                        .getLast()
                        .json()
                        .path("vehicle")
                        .path("odometer")
                        .asDouble(0);
        String id = session.appointment().map(Appointment::id).orElseGet(() -> "A-" + ids.hex(4));
        return new Appointment(
                id, session.id(), session.vin(), start, settings.place(), reason, List.copyOf(dtcs), odometer);
    }

    private void tell(DiagnosticSession session, Technician technician, Appointment made) {
        Vehicle vehicle = registry.vehicle(session.vin());
        vehicle.mailbox().post("appointment", made.json());
        vehicle.appInbox().post("appointment", made.json());
        if (session.state() != SessionState.REQUESTED) {
            queue(session, "C-" + ids.hex(4), "appointment", made.json(), technician);
        }
        audit.add(technician.name(), "appointment", made.id(), made.start().toString());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ApiError(400, "request-malformed", "slot: expected a UTC instant, found " + text);
        }
    }
}
