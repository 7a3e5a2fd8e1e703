package dev.underpin.cloud.update;

import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.time.Calendar;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Uptane's Director: tells each vehicle which images it is to install. Metadata without targets is bound to the vehicle as well, so
 * it cannot be shown to another. The version grows whenever the assignment changes.
 */
final class Director {
    private final KeyPair signer;
    private final Calendar calendar;
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();

    Director(KeyPair signer, Calendar calendar) {
        this.signer = signer;
        this.calendar = calendar;
    }

    /** The signed assignment of {@code vin}: the images of {@code offer}, or none. */
    byte[] targets(String vin, Optional<Offer> offer) {
        String offerId = offer.map(Offer::id).orElse("");
        Assignment assignment = assignments.merge(
                vin,
                new Assignment(1, offerId),
                (last, now) -> last.offerId.equals(offerId) ? last : new Assignment(last.version + 1, offerId));
        ObjectNode signed = Targets.head(assignment.version, calendar.utc())
                .put("director", vin)
                .put("offerId", offerId);
        List<StoredImage> images = offer.map(Offer::images).orElse(List.of());
        signed.set("targets", Targets.list(images));
        return SignedEnvelope.seal(signed, signer);
    }

    private record Assignment(long version, String offerId) {}
}
