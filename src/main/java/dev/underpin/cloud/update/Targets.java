package dev.underpin.cloud.update;

import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The signed part of targets metadata (Uptane 2.1.0, 5.2.3), the same shape in both repositories. */
final class Targets {
    private static final long VALID_DAYS = 7;

    private Targets() {}

    /** The head of targets metadata made at {@code now}; valid for a week. */
    static ObjectNode head(long version, Instant now) {
        return Json.object()
                .put("_type", "targets")
                .put("version", version)
                .put(
                        "expires",
                        now.plus(VALID_DAYS, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    static ArrayNode list(Iterable<StoredImage> images) {
        ArrayNode targets = Json.array();
        images.forEach(image -> targets.add(target(image)));
        return targets;
    }

    private static ObjectNode target(StoredImage image) {
        ObjectNode target = Json.object()
                .put("ecu", image.spec().ecu())
                .put("hardware", image.spec().hardware())
                .put("filename", image.filename())
                .put("length", image.length())
                .put("sha256", image.sha256())
                .put("version", image.spec().version())
                .put("releaseCounter", image.spec().releaseCounter());
        target.set("dependsOn", Json.array(image.spec().dependsOn()));
        return target;
    }
}
