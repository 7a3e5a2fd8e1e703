package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.screen.HomeView;
import dev.underpin.vehicle.screen.Presses;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Postman;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The diagnostics agent: from the driver's request, or from support's answer to a call, to a session and its report. One session at a
 * time; a request while one is on its way does nothing.
 *
 * <p>One agent is one life of the telematics unit. Threading: the scheduler's thread.
 */
public final class DiagnosticsAgent {
    private static final String CAR_BUTTON = "car-button";
    /** So many control units have to be of this vehicle: one may have been exchanged. */
    private static final int TRIES = 3;

    private static final int WATCHED = 3;
    private static final long NO_ANSWER = 60 * Nanos.SECOND;

    private final DiagnosticsParts parts;
    private final SessionApi api;
    private final Postman postman;
    private final SupportScreens screens;
    private final Reports reports;
    private final Inventory inventory;
    private final Hearing hearing;
    private final Alarm unanswered;
    private Life attempt;
    private Stage stage = Stage.IDLE;
    private @Nullable SessionLoop loop;
    private String unheard = "";
    private int deaf;

    public DiagnosticsAgent(DiagnosticsParts parts) {
        this.parts = parts;
        this.api = new SessionApi(parts.cloud());
        this.postman = new Postman(parts.life(), parts.cloud(), parts.memory().outbox());
        this.screens = new SupportScreens(parts.infotainment(), parts.cluster());
        this.reports = new Reports(parts, api, postman, screens);
        this.inventory = new Inventory(parts.life(), parts.access(), parts.vehicle(), parts.updating());
        this.hearing = new Hearing(parts.access(), parts.calendar());
        this.unanswered = parts.life().alarm(() -> refuse(Refusal.CONSENT_REFUSED));
        this.attempt = parts.life().within();
        Presses.route(parts.infotainment(), "home", (view, button) -> pressedHome(button));
        Presses.route(parts.infotainment(), "diag.", this::pressed);
    }

    /** Where the way into a session stands. */
    private enum Stage {
        IDLE,
        CHECKING,
        CONSENT,
        CONNECTING,
        OPEN
    }

    /** Starts; a session that was open when the power was lost goes on. */
    public void start() {
        screens.clear();
        postman.start();
        inventory.start();
        parts.memory().session().ifPresent(session -> opened(session).resume());
        watch();
    }

    /** While the infotainment feels no fingers, or its picture stands still, the cluster tells how support is reached without it. */
    private void watch() {
        boolean numb = parts.vehicle().ignition() && (!parts.infotainment().responsive() || screens.stuck());
        deaf = numb ? deaf + 1 : 0;
        if (deaf == WATCHED) {
            parts.cluster().show(SupportViews.contact(parts.supportPhone()));
        } else if (!numb) {
            parts.cluster().dismiss(SupportViews.CONTACT);
        }
        parts.life().after(Nanos.SECOND, this::watch);
    }

    /** Whether a session is open: support is waiting at the other end. */
    public boolean inSession() {
        return stage == Stage.OPEN;
    }

    /** Whether somebody waits for this agent: the mailbox deserves a look every second. */
    public boolean busy() {
        return stage != Stage.IDLE;
    }

    /** Support answers a call or a request of the app: the consent was given there. */
    public void openSession(String channel) {
        request(channel);
    }

    /** The user took the consent back somewhere else. */
    public void consentRevoked() {
        if (loop != null) {
            loop.end(SessionLoop.Ending.by("driver", "consent-revoked"));
        } else {
            withdraw();
        }
    }

    /** The report of a session is ready, which therefore is over. */
    public void reportReady(String sessionId) {
        if (loop != null && loop.session().id().equals(sessionId)) {
            loop.end(SessionLoop.Ending.by("technician", "closed"));
        } else {
            reports.fetch(sessionId);
        }
    }

    /** An appointment was made. */
    public void appointed(JsonNode appointment) {
        screens.add(SupportViews.appointment(appointment));
    }

    private void pressedHome(String button) {
        if (button.equals(HomeView.DIAGNOSTICS) && !parts.life().over()) {
            request(CAR_BUTTON);
        }
    }

    private void pressed(String view, String button) {
        if (parts.life().over()) {
            return;
        }
        switch (button) {
            case SupportViews.ALLOW -> consented();
            case SupportViews.DO_NOT_ALLOW -> {
                withdraw();
                refuse(Refusal.CONSENT_REFUSED);
            }
            case SupportViews.END_NOW -> endNow();
            case SupportViews.RETRY -> request(CAR_BUTTON);
            case SupportViews.CALL_SUPPORT -> screens.add(SupportViews.contact(parts.supportPhone()));
            case SupportViews.DONE, SupportViews.NOT_POSSIBLE ->
                Optional.ofNullable(loop).ifPresent(open -> open.guidance().answered(button));
            default -> screens.dismiss(view);
        }
    }

    private void request(String channel) {
        if (stage != Stage.IDLE) {
            return;
        }
        Optional<Refusal> obstacle = obstacle();
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
            return;
        }
        stage = Stage.CHECKING;
        attempt = parts.life().within();
        screens.stands(SupportViews.connecting());
        attempt.when(
                inventory.versions().thenCompose(api::eligible),
                answer -> eligible(channel),
                failure -> refuse(refusal(failure)));
    }

    private Optional<Refusal> obstacle() {
        if (!parts.policy().enabled()) {
            return Optional.of(Refusal.INTERFACE_DISABLED);
        }
        if (parts.updating().getAsBoolean()) {
            return Optional.of(Refusal.BUSY_UPDATING);
        }
        return parts.cloud().uplink().stable() ? Optional.empty() : Optional.of(Refusal.NO_CONNECTION);
    }

    private void eligible(String channel) {
        if (channel.equals(CAR_BUTTON)) {
            stage = Stage.CONSENT;
            screens.stands(SupportViews.consent());
            unanswered.in(NO_ANSWER);
        } else {
            connect(channel);
        }
    }

    private void consented() {
        if (stage == Stage.CONSENT) {
            unanswered.cancel();
            screens.stands(SupportViews.connecting());
            connect(CAR_BUTTON);
        }
    }

    private void connect(String channel) {
        stage = Stage.CONNECTING;
        String consentId = unheard.isEmpty() ? parts.cloud().identity().nonce() : unheard;
        unheard = "";
        Life asking = attempt;
        asking.when(
                VinProof.of(parts),
                vin -> parts.life()
                        .when(
                                asked(asking, channel, consentId, vin, TRIES),
                                session -> granted(asking, session),
                                failure -> denied(asking, failure)),
                failure -> denied(asking, failure));
    }

    /** A session that the user no longer wants when it is opened is ended at once. */
    private void granted(Life asking, SupportSession session) {
        unheard = "";
        if (asking.over()) {
            tellEnd(session, SessionLoop.Ending.by("driver", "ended by the driver"));
        } else {
            open(session);
        }
    }

    private void denied(Life asking, Throwable failure) {
        if (!asking.over()) {
            refuse(refusal(failure));
        }
    }

    /** Asks for a session; when the answer is lost, again for the same consent, which opens no second one. */
    private CompletableFuture<SupportSession> asked(
            Life asking, String channel, String consentId, String vin, int tries) {
        return api.open(channel, consentId, vin)
                .exceptionallyCompose(failure -> isLost(asking, consentId, failure) && tries > 1
                        ? asking.pause(Nanos.SECOND)
                                .thenCompose(done -> asked(asking, channel, consentId, vin, tries - 1))
                        : CompletableFuture.failedFuture(failure));
    }

    /** Whether there was no answer: a session may be open, which the same consent leads to when the user tries again. */
    private boolean isLost(Life asking, String consentId, Throwable failure) {
        boolean lost = CloudTrouble.in(failure) instanceof CloudTrouble.LinkFailed;
        unheard = lost && !asking.over() ? consentId : "";
        return lost;
    }

    private void open(SupportSession session) {
        opened(session).start();
    }

    private SessionLoop opened(SupportSession session) {
        stage = Stage.OPEN;
        parts.memory().session(session);
        SessionLoop opened =
                new SessionLoop(parts, session, api, postman, screens, hearing, why -> ended(session, why));
        loop = opened;
        return opened;
    }

    private void ended(SupportSession session, SessionLoop.Ending why) {
        loop = null;
        stage = Stage.IDLE;
        parts.memory().session(null);
        screens.clear();
        if (!why.by().equals("technician")) {
            tellEnd(session, why);
            screens.add(SupportViews.ended(cause(why), parts.supportPhone()));
        }
        reports.fetch(session.id());
    }

    private void tellEnd(SupportSession session, SessionLoop.Ending why) {
        postman.post(
                api.path(session, "/end"),
                session.headers(),
                Json.object().put("by", why.by()).put("reason", why.reason()));
    }

    private static String cause(SessionLoop.Ending why) {
        return switch (why.by()) {
            case "driver" -> "The session was ended: " + why.reason();
            case "low-voltage" -> "The session was ended to save the 12 V battery";
            default -> "The connection to technical support was lost";
        };
    }

    private void endNow() {
        if (loop != null) {
            loop.end(SessionLoop.Ending.by("driver", "ended by the driver"));
        } else {
            withdraw();
        }
    }

    /** The consent to what was being asked for is no more. */
    private void withdraw() {
        unheard = "";
        dropAttempt();
    }

    private void dropAttempt() {
        attempt.end();
        unanswered.cancel();
        stage = Stage.IDLE;
        screens.clear();
    }

    private void refuse(Refusal refusal) {
        dropAttempt();
        screens.stands(SupportViews.refused(refusal, parts.supportPhone()));
    }

    private static Refusal refusal(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof VinProof.WrongVehicle) {
            return Refusal.VIN_MISMATCH;
        }
        return switch (CloudTrouble.in(failure)) {
            case CloudTrouble.Refused refused -> Refusal.ofCode(refused.errorCode());
            case CloudTrouble.Unavailable busy -> Refusal.SERVICE_UNAVAILABLE;
            case CloudTrouble.NoKey locked -> Refusal.SERVICE_UNAVAILABLE;
            case CloudTrouble.LinkFailed lost -> Refusal.NO_CONNECTION;
            case CloudTrouble.Garbled nonsense -> Refusal.NO_CONNECTION;
        };
    }
}
