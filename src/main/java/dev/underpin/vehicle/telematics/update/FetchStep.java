package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.BackOff;
import dev.underpin.vehicle.telematics.Bearer;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.MetadataCheck;
import java.util.Optional;
import java.util.function.Consumer;

/** From the user's choice to all images being here: eligibility, metadata, download. */
final class FetchStep {
    private static final int NO_CONTENT = 204;

    private final UpdateParts parts;
    private final CloudClient cloud;
    private final Course course;
    private final Runnable fetched;
    private final Consumer<UpdateFailure> failed;
    private Life life;
    private int percent;

    FetchStep(UpdateParts parts, Course course, Runnable fetched, Consumer<UpdateFailure> failed) {
        this.parts = parts;
        this.cloud = parts.cloud();
        this.course = course;
        this.fetched = fetched;
        this.failed = failed;
        this.life = parts.life().within();
        cloud.uplink().onChange(this::showBearer);
    }

    /** Starts, or goes on behind what the store holds. */
    void start() {
        life = parts.life().within();
        percent = course.journal().bundle().map(this::held).orElse(0);
        course.enter(Phase.DOWNLOAD, view());
        life.when(cloud.get(cloud.path("/offer"), BackOff.ATTENDED), this::eligible, this::troubled);
    }

    /** Leaves it; what has come stays in the store. */
    void cancel() {
        life.end();
    }

    private void eligible(Response response) {
        if (response.status() == NO_CONTENT) {
            failed.accept(new UpdateFailure(Reason.CANCELLED, "the offer was withdrawn"));
        } else if (superseded(response)) {
            failed.accept(new UpdateFailure(Reason.CANCELLED, "another offer has come instead"));
        } else {
            new MetadataFetch(life, cloud, this::believe, failed)
                    .run(parts.verifier().begin());
        }
    }

    private boolean superseded(Response response) {
        String now = Json.lenient(response.body()).path("offerId").asString("");
        return !now.isEmpty() && !now.equals(course.offer().offerId());
    }

    private void believe(MetadataCheck complete) {
        try {
            Bundle bundle = parts.verifier().bundle(complete, course.offer().offerId());
            course.journal().bundle(bundle);
            life.when(
                    new Downloader(life, cloud, parts.store(), bundle, this::advanced).run(),
                    done -> complete(),
                    failure -> failed.accept(UpdateFailure.in(failure)));
        } catch (UpdateFailure failure) {
            failed.accept(failure);
        }
    }

    /** Percent of a bundle that the store already holds, as a download that goes on would tell. */
    private int held(Bundle bundle) {
        int[] held = new int[1];
        Progress progress = new Progress(bundle.bytes(), now -> held[0] = now);
        progress.within(bundle.targets().stream()
                .mapToLong(target -> parts.store().received(target.filename()))
                .sum());
        return held[0];
    }

    private void advanced(int now) {
        percent = now;
        course.progress(now, view());
    }

    private void complete() {
        advanced(100);
        life.end();
        fetched.run();
    }

    private void troubled(Throwable failure) {
        failed.accept(Troubles.of(CloudTrouble.in(failure)));
    }

    private void showBearer() {
        if (course.journal().phase() == Phase.DOWNLOAD && !life.over()) {
            course.screens().show(view());
        }
    }

    private dev.underpin.vehicle.screen.View view() {
        Optional<Bearer> bearer = cloud.uplink().bearer();
        return UpdateViews.download(percent, bearer.map(Bearer::name).orElse(""));
    }
}
