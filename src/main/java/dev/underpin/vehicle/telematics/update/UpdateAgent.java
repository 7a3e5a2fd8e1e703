package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.screen.Presses;
import dev.underpin.vehicle.telematics.BackOff;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.CloudTrouble.Garbled;
import dev.underpin.vehicle.telematics.CloudTrouble.Refused;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Postman;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The update agent: takes offers from the cloud and choices from the user (buttons of the infotainment and commands of the companion
 * app alike) and leads an update through its phases. A choice that the phase does not offer does nothing.
 *
 * <p>One agent is one life of the telematics unit; the next one goes on from the same {@link Journal} and {@link ImageStore}.
 * Threading: the scheduler's thread.
 */
public final class UpdateAgent {
    private static final long REMINDER = 24 * Nanos.HOUR;
    private static final long WAKING = 15 * Nanos.SECOND;
    private static final long OFFER_AGAIN = 30 * Nanos.SECOND;

    private final UpdateParts parts;
    private final Journal journal;
    private final Course course;
    private final Postman postman;
    private final FetchStep fetch;
    private final PrepareStep prepare;
    private final UpdateMode mode;
    private final InstallStep install;
    private final Schedule schedule;
    private final Alarm reminder;
    private Map<String, Installed> installed = Map.of();

    public UpdateAgent(UpdateParts parts) {
        this.parts = parts;
        this.journal = parts.journal();
        this.postman = new Postman(parts.life(), parts.cloud(), journal.outbox());
        Reporter reporter = new Reporter(parts.cloud(), postman, parts.calendar(), journal);
        this.course = new Course(parts, reporter);
        EcuReader reader = new EcuReader(parts.access());
        this.fetch = new FetchStep(parts, course, this::fetched, failure -> failed(failure, Phase.DOWNLOAD));
        this.prepare = new PrepareStep(parts.life(), parts, reader);
        this.mode = new UpdateMode(parts.life(), parts.control());
        this.install = new InstallStep(parts, course, reader, mode);
        this.schedule = new Schedule(parts, course, this::imagesAreHere, this::windowOpen);
        this.reminder = parts.life().alarm(this::remind);
        Presses.route(parts.infotainment(), "update.", (view, button) -> command(button, Optional.empty()));
        Presses.route(
                parts.infotainment(),
                "support.contact",
                (view, button) -> course.screens().dismissContact());
    }

    /** Starts, or goes on where the last life ended. */
    public void start() {
        postman.start();
        if (!journal.phase().intrusive()) {
            mode.order(false);
        }
        switch (journal.phase()) {
            case IDLE -> {}
            case ERROR -> course.screens().show(UpdateViews.error(journal.reason()));
            case AVAILABLE -> offer();
            case DOWNLOAD -> fetch.start();
            case DOWNLOADED -> fetched();
            case PREPARE, CONFIRM -> verify();
            case SCHEDULED -> schedule.resume();
            case INSTALL, RESTART, ROLLBACK -> install.resume();
            case DONE -> course.screens().show(UpdateViews.done(course.offer()));
        }
    }

    /** Where the update stands. */
    public Phase phase() {
        return journal.phase();
    }

    /** When a scheduled update has to find the vehicle awake. */
    public Optional<Instant> wakeAt() {
        return journal.phase() == Phase.SCHEDULED ? journal.window() : Optional.empty();
    }

    /** The cloud has an offer. */
    public void offered(String offerId) {
        boolean known =
                journal.offer().filter(it -> it.offerId().equals(offerId)).isPresent();
        if (known || journal.concluded(offerId)) {
            return;
        }
        if (journal.phase().intrusive()) {
            journal.next(offerId);
            return;
        }
        parts.life()
                .when(
                        parts.cloud().get(parts.cloud().path("/offer"), BackOff.ATTENDED),
                        this::read,
                        failure -> noOffer(offerId, CloudTrouble.in(failure)));
    }

    /** The cloud takes an offer back; what has begun to change control units is brought to its end. */
    public void withdrawn(String offerId) {
        boolean known =
                journal.offer().filter(it -> it.offerId().equals(offerId)).isPresent();
        if (known && !journal.phase().intrusive() && journal.phase() != Phase.DONE) {
            fetch.cancel();
            schedule.drop();
            parts.store().clear();
            journal.conclude();
            course.error(new UpdateFailure(Reason.CANCELLED, "withdrawn"), Phase.DOWNLOAD, "The maker withdrew it");
        }
    }

    /**
     * A choice of the user.
     *
     * @param command the label of a button of {@link UpdateViews}
     * @param at for {@link UpdateViews#SCHEDULE}: the moment chosen
     */
    public void command(String command, Optional<Instant> at) {
        if (!parts.life().over() && UpdateChoices.offered(journal.phase(), command)) {
            reminder.cancel();
            obey(command, at);
        }
    }

    private void obey(String command, Optional<Instant> at) {
        switch (command) {
            case UpdateViews.INSTALL_UPDATE -> begin(true);
            case UpdateViews.DOWNLOAD_NOW -> begin(false);
            case UpdateViews.INSTALL_NOW -> verify();
            case UpdateViews.CONFIRM -> confirm();
            case UpdateViews.SCHEDULE -> scheduleAt(at);
            case UpdateViews.LATER -> later();
            case UpdateViews.CANCEL -> cancel();
            case UpdateViews.RETRY -> retry();
            case UpdateViews.CONTACT_SUPPORT -> course.screens().showContact(parts.supportPhone());
            case UpdateViews.TROUBLESHOOTING -> course.screens().show(UpdateViews.troubleshooting());
            case UpdateViews.OK -> acknowledged();
            default -> throw new IllegalStateException("no such choice: " + command);
        }
    }

    /** What the user has taken note of is not told again when the telematics unit starts anew. */
    private void acknowledged() {
        course.screens().show();
        if (journal.phase() == Phase.DONE) {
            journal.phase(Phase.IDLE);
            journal.next().ifPresent(this::offered);
        }
    }

    private void read(Response response) {
        try {
            if (response.body().length > 0) {
                Offer offer = Offer.of(Json.read(response.body()));
                journal.begin(offer);
                offer();
            }
        } catch (Garbled garbled) {
            noOffer("", garbled);
        }
    }

    private void noOffer(String offerId, CloudTrouble trouble) {
        if (trouble instanceof Refused) {
            course.error(Troubles.of(trouble), Phase.DOWNLOAD);
        } else {
            parts.life().after(OFFER_AGAIN, () -> offered(offerId));
        }
    }

    private void offer() {
        course.enter(Phase.AVAILABLE, UpdateViews.available(course.offer()));
    }

    private void begin(boolean through) {
        schedule.drop();
        journal.confirmed(false);
        journal.throughToInstallation(through);
        Optional<Reason> obstacle = parts.preconditions().obstacle(through ? Moment.INSTALL_UPDATE : Moment.DOWNLOAD);
        if (obstacle.isPresent()) {
            failed(new UpdateFailure(obstacle.get(), "at the user's choice"), Phase.DOWNLOAD);
        } else {
            fetch.start();
        }
    }

    private void fetched() {
        if (journal.throughToInstallation()) {
            verify();
        } else {
            schedule.drop();
            course.enter(Phase.DOWNLOADED, UpdateViews.downloaded(course.offer()));
        }
    }

    private void verify() {
        course.enter(Phase.PREPARE, UpdateViews.prepare());
        parts.life()
                .when(
                        awake().thenCompose(done -> prepare.run(journal.bundle().orElseThrow())),
                        this::verified,
                        failure -> failed(UpdateFailure.in(failure), Phase.DOWNLOAD));
    }

    /** In its window the vehicle may be asleep: update mode keeps it awake. */
    private CompletableFuture<Void> awake() {
        if (journal.window().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        mode.order(true);
        return parts.life().pause(WAKING);
    }

    private void verified(Map<String, Installed> now) {
        installed = now;
        List<Target> targets = journal.bundle().orElseThrow().targets();
        if (targets.stream().allMatch(it -> Installed.isOn(now.get(it.ecu()), it))) {
            upToDate();
        } else if (journal.window().isPresent()) {
            install();
        } else {
            course.enter(Phase.CONFIRM, UpdateViews.confirm(course.offer()));
        }
    }

    private void upToDate() {
        mode.order(false);
        course.manifest("success", "", installed.values(), "up-to-date");
        journal.conclude();
        course.enter(Phase.DONE, UpdateViews.done(course.offer()));
    }

    private void confirm() {
        boolean ahead = journal.phase() == Phase.SCHEDULED && !journal.confirmed();
        journal.confirmed(true);
        if (ahead) {
            schedule.show();
        } else {
            install();
        }
    }

    private void install() {
        Optional<Reason> obstacle = parts.preconditions().obstacle(Moment.CONFIRM);
        if (obstacle.isPresent()) {
            failed(new UpdateFailure(obstacle.get(), "at the confirmation"), Phase.CONFIRM);
        } else {
            schedule.drop();
            install.start(installed);
        }
    }

    /** The choice of a time is the confirmation: nobody is asked at night. Straight from the offer it is but the word to download. */
    private void scheduleAt(Optional<Instant> at) {
        journal.confirmed(journal.phase() != Phase.AVAILABLE);
        schedule.choose(at);
    }

    private void windowOpen() {
        journal.throughToInstallation(journal.confirmed());
        if (imagesAreHere()) {
            verify();
        } else {
            fetch.start();
        }
    }

    private void later() {
        course.screens().show();
        if (journal.offer().isEmpty()) {
            journal.phase(Phase.IDLE);
        } else if (journal.phase() == Phase.SCHEDULED) {
            schedule.show();
        } else {
            schedule.drop();
            course.enter(imagesAreHere() ? Phase.DOWNLOADED : Phase.AVAILABLE);
            reminder.in(REMINDER);
        }
    }

    private void remind() {
        if (imagesAreHere()) {
            course.enter(Phase.DOWNLOADED, UpdateViews.downloaded(course.offer()));
        } else {
            offer();
        }
    }

    private void cancel() {
        if (journal.phase() == Phase.SCHEDULED) {
            journal.confirmed(false);
            schedule.drop();
            remind();
        } else {
            fetch.cancel();
            schedule.drop();
            failed(new UpdateFailure(Reason.CANCELLED, "by the user"), Phase.DOWNLOAD);
        }
    }

    private void retry() {
        if (journal.offer().isEmpty()) {
            later();
            return;
        }
        journal.retrying();
        course.screens().show();
        if (journal.phase() == Phase.SCHEDULED) {
            schedule.lookNow();
        } else if (!imagesAreHere()) {
            begin(journal.throughToInstallation());
        } else if (journal.retry() == Phase.CONFIRM && !installed.isEmpty()) {
            install();
        } else {
            verify();
        }
    }

    private void failed(UpdateFailure failure, Phase retry) {
        mode.order(false);
        if (failure.reason() == Reason.VERIFICATION_FAILED) {
            parts.store().clear();
        }
        if (!failure.attack().isEmpty()) {
            course.manifest("refused", failure.attack(), prepare.found(), String.valueOf(failure.getMessage()));
        }
        if (journal.window().isPresent() && failure.reason().comesRight()) {
            schedule.defer(failure.reason());
        } else {
            schedule.drop();
            course.error(failure, retry);
        }
    }

    private boolean imagesAreHere() {
        return journal.bundle().filter(parts.store()::holds).isPresent();
    }
}
