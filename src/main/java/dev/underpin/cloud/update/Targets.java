package dev.underpin.cloud.update;

import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.trust.Json;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What targets metadata says of images (Uptane 2.1.0, 5.2.3), the same shape in both repositories. */
final class Targets {
    private Targets() {}

    static ArrayNode list(Iterable<StoredImage> images) {
        ArrayNode targets = Json.array();
        images.forEach(image -> targets.add(target(image)));
        return targets;
    }

    /** The same for the control units of one vehicle: each target names the serial number that is known of its unit. */
    static ArrayNode list(Iterable<StoredImage> images, UnaryOperator<String> serials) {
        ArrayNode targets = Json.array();
        for (StoredImage image : images) {
            String serial = serials.apply(image.spec().ecu());
            ObjectNode target = target(image);
            targets.add(serial.isEmpty() ? target : target.put("serial", serial));
        }
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
