package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.BackOff;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.CloudTrouble.Garbled;
import dev.underpin.vehicle.telematics.CloudTrouble.Refused;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.MetadataCheck;
import dev.underpin.vehicle.telematics.uptane.NotGenuine;
import dev.underpin.vehicle.telematics.uptane.Repository;
import dev.underpin.vehicle.telematics.uptane.Wanted;
import java.util.Optional;
import java.util.function.Consumer;

/** Fetches the metadata files that a verification asks for, one after the other. */
final class MetadataFetch {
    private static final int NOT_FOUND = 404;

    private final Life life;
    private final CloudClient cloud;
    private final Consumer<MetadataCheck> verified;
    private final Consumer<UpdateFailure> failed;

    MetadataFetch(Life life, CloudClient cloud, Consumer<MetadataCheck> verified, Consumer<UpdateFailure> failed) {
        this.life = life;
        this.cloud = cloud;
        this.verified = verified;
        this.failed = failed;
    }

    void run(MetadataCheck check) {
        Optional<Wanted> wanted = check.next();
        if (wanted.isEmpty()) {
            verified.accept(check);
        } else {
            life.when(
                    cloud.get(path(wanted.get()), wanted.get().cap(), BackOff.ATTENDED),
                    response -> take(check, response),
                    failure -> troubled(check, wanted.get(), CloudTrouble.in(failure)));
        }
    }

    private String path(Wanted wanted) {
        return wanted.repository() == Repository.DIRECTOR
                ? cloud.path("/director/" + wanted.file())
                : "/vehicle/v1/image-repo/" + wanted.file();
    }

    private void take(MetadataCheck check, Response response) {
        try {
            if (isPage(response.body())) {
                throw new Garbled("expected metadata, found a page");
            }
            check.take(response.body());
        } catch (Garbled page) {
            failed.accept(Troubles.of(page));
            return;
        } catch (NotGenuine refusal) {
            failed.accept(UpdateFailure.of(refusal));
            return;
        }
        run(check);
    }

    /** What does not even begin like an object is somebody else's answer, such as that of a captive portal, and no attack. */
    private static boolean isPage(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at == body.length || body[at] != '{';
    }

    private void troubled(MetadataCheck check, Wanted wanted, CloudTrouble trouble) {
        if (wanted.optional() && trouble instanceof Refused refused && refused.status() == NOT_FOUND) {
            noLaterRoot(check);
        } else {
            failed.accept(Troubles.of(trouble));
        }
    }

    private void noLaterRoot(MetadataCheck check) {
        try {
            check.absent();
        } catch (NotGenuine refusal) {
            failed.accept(UpdateFailure.of(refusal));
            return;
        }
        run(check);
    }
}
