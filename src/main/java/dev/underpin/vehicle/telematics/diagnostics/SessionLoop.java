package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.uds.Session;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.BackOff;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Postman;
import dev.underpin.vehicle.telematics.VehicleState;
import dev.underpin.vehicle.telematics.diagnostics.SupportViews.Sharing;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session while it is open: one read-out, then every second the state of the vehicle to support and the commands of support to the
 * vehicle. A connection that fails suspends it; one that stays away ends it. In a vehicle that is switched off, where no screen could tell
 * of it, nothing is read or told; commands are refused.
 */
final class SessionLoop {
    private static final long BEAT = Nanos.SECOND;
    private static final long EXCHANGE_LIMIT = 4 * Nanos.SECOND;
    private static final BackOff RELUCTANCE = new BackOff(Integer.MAX_VALUE, 2 * Nanos.SECOND, 8 * Nanos.SECOND);
    private static final long SUSPENDED_AFTER = 5 * Nanos.SECOND;
    private static final long LOST_AFTER = 120 * Nanos.SECOND;
    private static final long SILENT_THERMOMETER = 30 * Nanos.SECOND;
    private static final long SCREENS_START = 2 * Nanos.SECOND;
    private static final double LEAST_VOLTS = 11.8;

    private final DiagnosticsParts parts;
    private final SupportSession session;
    private final SessionApi api;
    private final SupportScreens screens;
    private final Readout readout;
    private final ValueReader values;
    private final CommandRunner runner;
    private final Life life;
    private final Consumer<Ending> ended;
    private final Alarm beat;
    private long lastContact;
    private boolean heard;
    private boolean dark;
    private long litAt;
    private long commandsSeen;
    private long healthSince = Long.MIN_VALUE;
    private long pollSince = Long.MIN_VALUE;
    private int declined;
    private long tokenSince;
    private boolean renewing;
    private Sharing sharing = Sharing.INTERRUPTED;
    private boolean thermometerSilent;
    private long thermometerAsked;
    private boolean snapshotSent;
    private boolean reading;

    /** @param ended gets why the session is over, once */
    SessionLoop(
            DiagnosticsParts parts,
            SupportSession session,
            SessionApi api,
            Postman postman,
            SupportScreens screens,
            Hearing hearing,
            Consumer<Ending> ended) {
        this.parts = parts;
        this.session = session;
        this.api = api;
        this.screens = screens;
        this.life = parts.life().within();
        EcuAccess access = parts.access().wanted(() -> !life.over());
        FaultReader faults = new FaultReader(access, parts.table());
        this.values = new ValueReader(access, parts.table(), parts.calendar(), session.id());
        this.readout = new Readout(parts, session.id(), access, hearing, life);
        VehicleActions actions = new VehicleActions(parts, faults, values);
        this.runner = new CommandRunner(
                parts,
                api,
                postman,
                actions,
                screens,
                session,
                life,
                outcome -> end(Ending.by("technician", "closed")));
        this.ended = ended;
        this.beat = life.alarm(this::beat);
    }

    /**
     * Why a session is over.
     *
     * @param by {@code driver}, {@code technician}, {@code timeout} or {@code low-voltage}
     */
    record Ending(String by, String reason) {
        static Ending by(String who, String reason) {
            return new Ending(who, reason);
        }
    }

    SupportSession session() {
        return session;
    }

    Guidance guidance() {
        return runner.guidance();
    }

    /** Starts with a session that the cloud has just opened. */
    void start() {
        heard = true;
        sharing = Sharing.LINKED;
        begin();
    }

    /** Goes on with a session that was open before a restart: nothing is read before the cloud has said that it still is. */
    void resume() {
        begin();
    }

    private void begin() {
        lastContact = life.now();
        tokenSince = life.now();
        screens.stands(sign());
        beat();
    }

    /** Ends it here: nothing more is read, sent or done; every control unit goes back to its default session. */
    void end(Ending why) {
        if (!life.over()) {
            runner.guidance().withdraw();
            life.end();
            calm();
            ended.accept(why);
        }
    }

    private void beat() {
        beat.in(BEAT);
        if (parts.vehicle().lowVoltage() < LEAST_VOLTS) {
            end(Ending.by("low-voltage", "the 12 V supply is low"));
        } else if (parts.updating().getAsBoolean()) {
            end(Ending.by("driver", "a software update began"));
        } else if (life.now() - lastContact > LOST_AFTER) {
            end(Ending.by("timeout", "the connection was lost"));
        } else {
            lookForScreens();
            suspendOrResume();
            if (!suspended() && life.now() - tokenSince > session.renewAfter()) {
                renew();
            }
            exchange();
        }
    }

    /** Opens the same session again, for a new token. */
    private void renew() {
        if (renewing) {
            return;
        }
        renewing = true;
        life.when(
                api.open(
                        session.channel(),
                        session.consentId(),
                        parts.cloud().identity().vin()),
                again -> {
                    session.renewed(again);
                    tokenSince = life.now();
                    renewing = false;
                },
                failure -> {
                    renewing = false;
                    troubled(failure);
                });
    }

    /** Screens are dark while the vehicle is switched off, and until they have started. */
    private void lookForScreens() {
        if (!parts.vehicle().ignition()) {
            litAt = life.now() + SCREENS_START;
        }
        dark = life.now() < litAt;
    }

    private void suspendOrResume() {
        Sharing before = sharing;
        boolean lost = !heard || life.now() - lastContact > SUSPENDED_AFTER;
        sharing = dark ? Sharing.SWITCHED_OFF : lost ? Sharing.INTERRUPTED : Sharing.LINKED;
        if (sharing != before) {
            screens.add(sign());
        }
        if (before == Sharing.LINKED && suspended()) {
            calm();
        }
    }

    private boolean suspended() {
        return sharing != Sharing.LINKED;
    }

    private View sign() {
        return SupportViews.session(SupportViews.role(session.role()), sharing);
    }

    private void exchange() {
        if (!suspended() && !snapshotSent && !reading) {
            reading = true;
            life.when(readout.run(), this::send, failure -> reading = false);
        }
        if (!dark && expired(healthSince)) {
            healthSince = life.now();
            beatHealth();
        }
        if (expired(pollSince)) {
            pollSince = life.now();
            life.when(api.commands(session, commandsSeen), this::commanded, this::declined);
        }
    }

    /** A cloud that cannot answer now is asked again later, after a longer pause each time. */
    private void declined(Throwable failure) {
        if (CloudTrouble.in(failure) instanceof CloudTrouble.Unavailable) {
            declined++;
            pollSince = life.now() - EXCHANGE_LIMIT + RELUCTANCE.pause(declined);
        } else {
            pollSince = Long.MIN_VALUE;
            troubled(failure);
        }
    }

    private boolean expired(long since) {
        return since == Long.MIN_VALUE || life.now() - since >= EXCHANGE_LIMIT;
    }

    private void send(ObjectNode snapshot) {
        life.when(
                api.snapshot(session, snapshot),
                answer -> {
                    snapshotSent = true;
                    reading = false;
                    contact(answer);
                },
                failure -> {
                    reading = false;
                    troubled(failure);
                });
    }

    private void beatHealth() {
        VehicleState vehicle = parts.vehicle();
        ObjectNode health = Json.object()
                .put("at", parts.calendar().utc().toString())
                .put("soc", vehicle.stateOfCharge())
                .put("volts12", vehicle.lowVoltage())
                .put("speed", vehicle.speed());
        ArrayNode lamps = health.putArray("lamps");
        vehicle.lamps().forEach(lamps::add);
        if (suspended() || (thermometerSilent && life.now() - thermometerAsked < SILENT_THERMOMETER)) {
            sendHealth(health, Json.array());
        } else {
            thermometerAsked = life.now();
            life.when(
                    values.temperatures("BMS"),
                    found -> {
                        thermometerSilent = found.isEmpty();
                        sendHealth(health, found);
                    },
                    none -> {
                        thermometerSilent = true;
                        sendHealth(health, Json.array());
                    });
        }
    }

    private void sendHealth(ObjectNode health, ArrayNode temperatures) {
        if (dark || !parts.vehicle().ignition()) {
            healthSince = Long.MIN_VALUE;
            return;
        }
        ObjectNode named = health.putObject("temperatures");
        temperatures.forEach(it -> named.set(it.path("name").asString(""), it.path("value")));
        life.when(
                api.health(session, health),
                answer -> {
                    healthSince = Long.MIN_VALUE;
                    contact(answer);
                },
                failure -> {
                    healthSince = Long.MIN_VALUE;
                    troubled(failure);
                });
    }

    private void commanded(JsonNode answer) {
        pollSince = Long.MIN_VALUE;
        declined = 0;
        for (JsonNode command : answer.path("commands")) {
            commandsSeen = Math.max(commandsSeen, command.path("seq").asLong(0));
            if (!life.over()) {
                runner.take(command);
            }
        }
        contact(answer);
    }

    private void contact(JsonNode answer) {
        lastContact = life.now();
        heard = true;
        String state = answer.path("state").asString("");
        boolean over = state.equals("resolved")
                || state.equals("appointment")
                || state.equals("follow-up")
                || state.equals("aborted");
        if (over && answer.path("commands").isArray()) {
            end(Ending.by("technician", state));
        }
    }

    private void troubled(Throwable failure) {
        if (CloudTrouble.in(failure) instanceof CloudTrouble.Refused refused) {
            end(Ending.by("timeout", refused.errorCode()));
        }
    }

    private void calm() {
        for (String ecu : parts.access().ecus()) {
            parts.access().client(ecu).keepAlive(false);
            regardless(parts.access().client(ecu).session(Session.DEFAULT));
        }
    }
}
