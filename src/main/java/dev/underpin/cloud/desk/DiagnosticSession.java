package dev.underpin.cloud.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One diagnostic session of one vehicle, from the request to the report. */
public final class DiagnosticSession {
    private final String id;
    private final String vin;
    private final Timeline timeline;
    private final TriageBook triage;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final Observations observations = new Observations();
    private final List<String> scope = new ArrayList<>();
    private final Locks locks = new Locks();
    private String channel;
    private String consentId = "";
    private @Nullable Technician technician;
    private Instant lastContact;
    private Instant expires;
    private @Nullable FaultySnapshot faulty;
    private @Nullable ObjectNode health;
    private @Nullable Appointment appointment;
    private @Nullable Report report;
    private long healthCount;
    private long received;

    DiagnosticSession(String id, String vin, String channel, Instant now, String actor, TriageBook triage) {
        this.id = id;
        this.vin = vin;
        this.channel = channel;
        this.triage = triage;
        this.timeline = new Timeline(now, actor, "support asked for by " + channel);
        this.lastContact = now;
        this.expires = now;
    }

    private record FaultySnapshot(Snapshot snapshot, long order) {}

    public String id() {
        return id;
    }

    public String vin() {
        return vin;
    }

    /** {@code car-button}, {@code app} or {@code phone}. */
    public String channel() {
        return channel;
    }

    public SessionState state() {
        return timeline.state();
    }

    public Timeline timeline() {
        return timeline;
    }

    public String consentId() {
        return consentId;
    }

    /** What the user has consented to. */
    public List<String> scope() {
        return List.copyOf(scope);
    }

    /** The locks of its control units. */
    Locks locks() {
        return locks;
    }

    /** The technician who has taken the session. */
    public Optional<Technician> technician() {
        return Optional.ofNullable(technician);
    }

    /** All read-outs, oldest first. */
    public List<Snapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    /** All commands, oldest first. */
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /** What is known of the vehicle now. */
    public Observations observations() {
        return observations;
    }

    public Optional<ObjectNode> health() {
        return Optional.ofNullable(health);
    }

    public Optional<Appointment> appointment() {
        return Optional.ofNullable(appointment);
    }

    /** The report; there once the session has ended. */
    public Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    /** The assessment of the last read-out that showed a fault; of the last one when none did. */
    public Optional<Assessment> assessment() {
        if (faulty != null) {
            return Optional.of(triage.assess(faulty.snapshot(), triedBefore(faulty.order())));
        }
        return snapshots.isEmpty() ? Optional.empty() : Optional.of(triage.assess(snapshots.getLast(), Set.of()));
    }

    /** The place of the last read-out that showed a fault among all that the session received; 0 when none did. */
    long faultyOrder() {
        return faulty == null ? 0 : faulty.order();
    }

    Instant lastContact() {
        return lastContact;
    }

    Instant expires() {
        return expires;
    }

    long healthCount() {
        return healthCount;
    }

    void granted(String consent, String over, List<String> allowed, Instant until) {
        consentId = consent;
        channel = over;
        scope.clear();
        scope.addAll(allowed);
        expires = until;
    }

    void renewed(Instant until) {
        expires = until;
    }

    void contact(Instant now) {
        lastContact = now;
    }

    void takenBy(Technician who) {
        technician = who;
    }

    void add(Snapshot snapshot) {
        long order = ++received;
        snapshots.add(snapshot);
        observations.snapshot(snapshot, order);
        if (triage.assess(snapshot, Set.of()).faulty()) {
            faulty = new FaultySnapshot(snapshot, order);
        }
    }

    void add(ObjectNode newHealth) {
        healthCount++;
        health = newHealth;
        observations.lamps(newHealth, ++received);
    }

    void add(Command command) {
        commands.add(command);
    }

    Optional<Command> command(String commandId) {
        return commands.stream()
                .filter(command -> command.id().equals(commandId))
                .findFirst();
    }

    /** Keeps the first result of a command; false when there was one. */
    boolean conclude(Command command, String status, ObjectNode json, Instant now) {
        long order = ++received;
        boolean first = command.conclude(new Command.Result(status, json, now, order));
        if (first) {
            observations.result(command.ecu(), json.path("data"), now, order);
        }
        return first;
    }

    void appointed(Appointment made) {
        appointment = made;
    }

    void reported(Report written) {
        report = written;
    }

    private Set<String> triedBefore(long order) {
        Set<String> tried = new LinkedHashSet<>();
        commands.stream()
                .filter(command ->
                        command.kind().equals("reset") || command.kind().equals("routine"))
                .filter(command ->
                        command.result().filter(found -> found.order() < order).isPresent())
                .forEach(command -> tried.add(command.ecu()));
        return tried;
    }
}
