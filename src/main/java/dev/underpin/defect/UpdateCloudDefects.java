package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.cloud.http.Reply;
import dev.underpin.cloud.image.ImageSpec;
import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.update.Offer;
import dev.underpin.cloud.update.Publisher;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Defects of the update cloud. */
final class UpdateCloudDefects {
    private static final String OTA = "ota-update/main.feature";
    private static final String SMALL = "ota-update/postconditions.feature";
    private static final String INSTALLED = "@OTA-M5";
    private static final String FULL = "@OTA-G1";
    private static final String CELLULAR = "@OTA-M3 and not @OTA-G1";

    private static final String DIRECTOR = ".*/director/.file.";
    private static final String IMAGES = ".*/image-repo/.file.";
    private static final Pattern TARGETS = Pattern.compile("\"_type\"\\s*:\\s*\"targets\"");

    private UpdateCloudDefects() {}

    /** A cloud whose metadata of role targets (Uptane 5.2) are changed after they were signed. */
    private static Seams targets(String repository, UnaryOperator<String> change) {
        return Routes.telling("GET", repository, body -> TARGETS.matcher(body).find() ? change.apply(body) : body);
    }

    static List<Defect> ofTheImages() {
        return List.of(
                Defect.of("offer-not-announced", Area.CLOUD, "OTA-M1", "the vehicle is never told of an offer")
                        .breaking(OTA, CELLULAR, "OTA-M1")
                        .cloud(() ->
                                Routes.telling("GET", ".*/mailbox", body -> body.replace("\"offer\"", "\"other\""))),
                Defect.of("offer-not-found", Area.CLOUD, "C3", "the offer that was announced cannot be had")
                        .breaking(OTA, CELLULAR, "OTA-M1")
                        .cloud(() -> Routes.refusing("GET", ".*/offer", 500, "broken")),
                Defect.of("image-missing", Area.CLOUD, "C3", "an image that was offered is not there")
                        .breaking(SMALL, INSTALLED, "OTA-M5|update.confirm")
                        .cloud(() -> Routes.refusing("GET", ".*/images/.*", 404, "unknown-image")),
                Defect.of("image-with-a-flipped-bit", Area.CLOUD, "I1", "an image has one bit other than was signed")
                        .breaking(SMALL, INSTALLED, "OTA-M5|update.confirm")
                        .cloud(() -> Routes.replying("GET", ".*/images/.*", UpdateCloudDefects::flipped)),
                Defect.of(
                                "image-cut-off",
                                Area.CLOUD,
                                "I2",
                                "each piece of an image lacks its last byte, and the last piece never comes")
                        .breaking(SMALL, INSTALLED, "OTA-M5|update.confirm")
                        .cloud(() -> Routes.replying(
                                "GET",
                                ".*/images/.*",
                                reply -> new Reply(reply.status(), reply.headers(), new byte[0]))),
                Defect.of("range-off-by-one", Area.CLOUD, "B14", "a range of an image begins one byte too late")
                        .breaking(SMALL, INSTALLED, "OTA-M5|update.confirm")
                        .cloud(() -> Routes.replying("GET", ".*/images/.*", UpdateCloudDefects::shifted)),
                Defect.of("metadata-unsigned", Area.CLOUD, "M1", "the assignment of images is not signed")
                        .breaking(SMALL, INSTALLED, "OTA-M5|update.confirm")
                        .cloud(() ->
                                targets(DIRECTOR, body -> body.replaceAll("\"sig\":\"[^\"]*\"", "\"sig\":\"AAAA\""))),
                Defect.of(
                                "metadata-changed-after-signing",
                                Area.CLOUD,
                                "M6",
                                "the assignment of images is changed after it was signed")
                        .breaking(SMALL, INSTALLED, "OTA-M5|update.confirm")
                        .cloud(() -> targets(DIRECTOR, body -> body.replace("2026.47", "2026.48"))),
                Defect.of(
                                "repositories-differ",
                                Area.CLOUD,
                                "M10",
                                "the image repository does not know the images that were assigned")
                        .breaking(SMALL, INSTALLED, "OTA-M5|update.confirm")
                        .cloud(() -> targets(IMAGES, body -> body.replace("BMS", "BMX"))),
                Defect.of("report-not-taken", Area.CLOUD, "C10", "the report of an update is refused again and again")
                        .breaking(SMALL, INSTALLED, "OTA-Q1")
                        .cloud(() -> Routes.refusing("POST", ".*/manifest", 500, "broken")),
                Defect.of("half-a-release-offered", Area.CLOUD, "C12", "an update is offered without one of its images")
                        .breaking(OTA, FULL, "OTA-G1")
                        .cloud(() -> Seams.standard().withPublisher(UpdateCloudDefects::forgetful)),
                Defect.of("never-in-sync", Area.CLOUD, "B12", "the cloud stays undecided about what a vehicle runs")
                        .breaking(SMALL, INSTALLED, "OTA-Q1")
                        .cloud(() ->
                                Routes.telling("POST", ".*/manifest", body -> body.replace("IN_SYNC", "UNKNOWN"))));
    }

    private static Reply flipped(Reply reply) {
        byte[] body = reply.body().clone();
        if (body.length > 0) {
            body[body.length / 2] ^= 1;
        }
        return new Reply(reply.status(), reply.headers(), body);
    }

    private static Reply shifted(Reply reply) {
        byte[] body = reply.body();
        byte[] late = Arrays.copyOf(Arrays.copyOfRange(body, Math.min(1, body.length), body.length), body.length);
        return new Reply(reply.status(), reply.headers(), late);
    }

    private static Publisher forgetful(Publisher real) {
        return new Publisher() {
            @Override
            public Offer publish(Release release, String vin) {
                List<ImageSpec> images = release.images().stream()
                        .filter(image -> !image.ecu().equals("NAV"))
                        .toList();
                return real.publish(
                        new Release(
                                release.id(),
                                release.version(),
                                release.title(),
                                release.purpose(),
                                release.criticality(),
                                release.notes(),
                                release.functionsUnavailable(),
                                release.instructions(),
                                release.downloadSeconds(),
                                release.installSeconds(),
                                images),
                        vin);
            }

            @Override
            public void withdraw(String vin, String reason) {
                real.withdraw(vin, reason);
            }
        };
    }
}
