package dev.underpin.vehicle.telematics.unit;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.screen.HomeView;
import dev.underpin.vehicle.telematics.Bearer;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.diagnostics.DiagnosticsAgent;
import dev.underpin.vehicle.telematics.diagnostics.DiagnosticsParts;
import dev.underpin.vehicle.telematics.update.Phase;
import dev.underpin.vehicle.telematics.update.UpdateAgent;
import dev.underpin.vehicle.telematics.update.UpdateParts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The programs of the telematics unit: update agent and diagnostics agent, fed from one mailbox. They run from {@link #power} on to
 * {@link #power} off and go on from what {@link TelematicsMemory} holds.
 *
 * <p>The mailbox is read every second in a support session, every 5 s while an update waits for the user, every 30 s otherwise, and
 * every five minutes while the vehicle sleeps. Threading: the scheduler's thread.
 */
public final class TelematicsAgents {
    private static final long IN_SESSION = Nanos.SECOND;
    private static final long IN_UPDATE = 5 * Nanos.SECOND;
    private static final long AWAKE = 30 * Nanos.SECOND;
    private static final long ASLEEP = 5 * Nanos.MINUTE;

    private final TelematicsParts parts;
    private @Nullable Running running;

    public TelematicsAgents(TelematicsParts parts) {
        this.parts = parts;
    }

    /** The unit gets power, or loses it. */
    public void power(boolean on) {
        Running before = running;
        if (on && before == null) {
            running = new Running();
        } else if (!on && before != null) {
            before.life.end();
            running = null;
        }
    }

    /** Where the update stands. */
    public Phase updatePhase() {
        return parts.memory().journal().phase();
    }

    /** Whether a support session is open. */
    public boolean inSession() {
        Running now = running;
        return now != null && now.diagnostics.inSession();
    }

    /** The last consent to a support session; empty when there was none. */
    public String lastConsent() {
        return parts.memory().diagnostics().lastConsent();
    }

    /** The bearer that carries exchanges now: {@code Wi-Fi} or {@code Cellular}; empty when there is none. */
    public String bearer() {
        return parts.uplink().bearer().map(Bearer::name).orElse("");
    }

    /** One life of the programs. */
    private final class Running {
        private final Life life = new Life(parts.calendar().scheduler());
        private final UpdateAgent update;
        private final DiagnosticsAgent diagnostics;
        private final Mailbox mailbox;
        private long period = AWAKE;

        Running() {
            parts.memory().open();
            CloudClient cloud = new CloudClient(life, parts.uplink(), parts.identity());
            update = new UpdateAgent(updateParts(cloud));
            diagnostics = new DiagnosticsAgent(diagnosticsParts(cloud));
            mailbox = new Mailbox(life, cloud, parts.memory(), this::period, this::read);
            parts.infotainment().show(HomeView.infotainment());
            update.start();
            diagnostics.start();
            mailbox.start();
            tick();
        }

        private void tick() {
            long now = period();
            if (now < period) {
                mailbox.hurry();
            }
            period = now;
            life.after(Nanos.SECOND, this::tick);
        }

        private long period() {
            if (diagnostics.busy()) {
                return IN_SESSION;
            }
            return switch (update.phase()) {
                case IDLE, DONE, SCHEDULED -> parts.vehicle().ignition() ? AWAKE : ASLEEP;
                case AVAILABLE, DOWNLOADED, CONFIRM, ERROR -> parts.vehicle().ignition() ? IN_UPDATE : ASLEEP;
                default -> IN_UPDATE;
            };
        }

        private void read(JsonNode message) {
            switch (message.path("type").asString("")) {
                case "offer" -> update.offered(message.path("offerId").asString(""));
                case "offer-withdrawn" ->
                    update.withdrawn(message.path("offerId").asString(""));
                case "app-command" ->
                    update.command(
                            message.path("command").asString(""),
                            moment(message.path("at").asString("")));
                case "open-session" ->
                    diagnostics.openSession(message.path("channel").asString("phone"));
                case "consent-revoked" -> diagnostics.consentRevoked();
                case "appointment" -> diagnostics.appointed(message);
                case "report" ->
                    diagnostics.reportReady(message.path("sessionId").asString(""));
                default -> {}
            }
        }

        private UpdateParts updateParts(CloudClient cloud) {
            return new UpdateParts(
                    life,
                    parts.calendar(),
                    cloud,
                    parts.access(),
                    parts.control(),
                    parts.preconditions(),
                    parts.verifier(),
                    parts.memory().images(),
                    parts.memory().recovery(),
                    parts.memory().journal(),
                    parts.infotainment(),
                    parts.cluster(),
                    parts.supportPhone());
        }

        private DiagnosticsParts diagnosticsParts(CloudClient cloud) {
            return new DiagnosticsParts(
                    life,
                    parts.calendar(),
                    cloud,
                    parts.access(),
                    parts.table(),
                    parts.vehicle(),
                    parts.policy(),
                    () -> update.phase().intrusive(),
                    parts.infotainment(),
                    parts.cluster(),
                    parts.memory().diagnostics(),
                    parts.supportPhone());
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
