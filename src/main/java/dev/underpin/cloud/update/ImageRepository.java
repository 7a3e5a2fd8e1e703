package dev.underpin.cloud.update;

import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.uptane.MetadataSet;
import dev.underpin.cloud.uptane.RootChain;
import dev.underpin.time.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Uptane's Image repository: every image that may run in any vehicle, under keys that the director does not have. */
final class ImageRepository {
    private final RootChain roots;
    private final MetadataSet metadata;
    private final Map<String, StoredImage> images = new LinkedHashMap<>();

    ImageRepository(RootChain roots, Calendar calendar) {
        this.roots = roots;
        this.metadata = new MetadataSet(roots, calendar);
    }

    /** Adds images; those that are there already change nothing. */
    void upload(List<StoredImage> added) {
        added.forEach(image -> images.putIfAbsent(image.filename(), image));
    }

    Optional<StoredImage> file(String filename) {
        return Optional.ofNullable(images.get(filename));
    }

    /** A metadata file. */
    Optional<byte[]> metadata(String name) {
        return roots.file(name).or(() -> metadata.file(name, this::list));
    }

    private ObjectNode list() {
        ObjectNode said = Json.object();
        said.set("targets", Targets.list(images.values()));
        return said;
    }
}
