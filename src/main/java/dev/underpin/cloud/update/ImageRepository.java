package dev.underpin.cloud.update;

import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.time.Calendar;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Uptane's Image repository: every image that may run in any vehicle, under a key that the director does not have. */
final class ImageRepository {
    private final KeyPair signer;
    private final Calendar calendar;
    private final Map<String, StoredImage> images = new LinkedHashMap<>();
    private long version;

    ImageRepository(KeyPair signer, Calendar calendar) {
        this.signer = signer;
        this.calendar = calendar;
    }

    /** Adds images; those that are there already change nothing. */
    void upload(List<StoredImage> added) {
        if (added.stream().anyMatch(image -> images.putIfAbsent(image.filename(), image) == null)) {
            added.forEach(image -> images.putIfAbsent(image.filename(), image));
            version++;
        }
    }

    Optional<StoredImage> file(String filename) {
        return Optional.ofNullable(images.get(filename));
    }

    /** The signed list of all images. */
    byte[] targets() {
        ObjectNode signed = Targets.head(version, calendar.utc());
        signed.set("targets", images.isEmpty() ? Json.array() : Targets.list(images.values()));
        return SignedEnvelope.seal(signed, signer);
    }
}
