package dev.underpin.cloud.update;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.image.ImageStore;
import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.registry.Registry;
import dev.underpin.cloud.trust.Json;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All offers ever made. At most one of a vehicle is open. */
final class Offers implements Publisher {
    private final Registry registry;
    private final ImageStore store;
    private final ImageRepository imageRepository;
    private final Calendar calendar;
    private final Entropy ids;
    private final AuditLog audit;
    private final Map<String, Offer> offers = new LinkedHashMap<>();

    Offers(
            Registry registry,
            ImageStore store,
            ImageRepository imageRepository,
            Calendar calendar,
            Entropy ids,
            AuditLog audit) {
        this.registry = registry;
        this.store = store;
        this.imageRepository = imageRepository;
        this.calendar = calendar;
        this.ids = ids;
        this.audit = audit;
    }

    @Override
    public Offer publish(Release release, String vin) {
        Optional<Offer> standing = of(vin).stream()
                .filter(offer -> offer.release().id().equals(release.id()))
                .filter(offer -> offer.open() || offer.state() == Offer.State.DENIED)
                .findFirst();
        return standing.orElseGet(() -> offer(release, vin));
    }

    @Override
    public void withdraw(String vin, String reason) {
        of(vin).stream().filter(Offer::open).forEach(offer -> withdraw(offer, reason));
    }

    void withdraw(Offer offer, String reason) {
        offer.become(Offer.State.WITHDRAWN);
        registry.vehicle(offer.vin())
                .mailbox()
                .post(
                        "offer-withdrawn",
                        Json.object().put("offerId", offer.id()).put("reason", reason));
        audit.add("cloud", "offer-withdrawn", offer.id(), reason);
    }

    void deny(Offer offer, String reason) {
        offer.become(Offer.State.DENIED);
        audit.add(offer.vin(), "offer-denied", offer.id(), reason);
    }

    /** The open offer of {@code vin}. */
    Optional<Offer> openFor(String vin) {
        return of(vin).stream().filter(Offer::open).findFirst();
    }

    /** The newest offer of {@code vin}, whatever became of it. */
    Optional<Offer> latestFor(String vin) {
        List<Offer> all = of(vin);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The open offers of {@code campaign}, of all vehicles. */
    List<Offer> openOf(String campaign) {
        return offers.values().stream()
                .filter(offer -> offer.open() && offer.campaign().equals(campaign))
                .toList();
    }

    Offer require(String id, String vin) {
        Offer offer = offers.get(id);
        if (offer == null) {
            throw new ApiError(404, "unknown-offer", "no offer " + id);
        }
        if (!offer.vin().equals(vin)) {
            throw new ApiError(403, "wrong-vehicle", "the offer is another vehicle's");
        }
        return offer;
    }

    private Offer offer(Release release, String vin) {
        withdraw(vin, "superseded");
        List<StoredImage> images = release.images().stream().map(store::image).toList();
        imageRepository.upload(images);
        Offer offer = new Offer("offer-" + ids.hex(4), vin, release, images, calendar.utc());
        offers.put(offer.id(), offer);
        registry.vehicle(vin).mailbox().post("offer", Json.object().put("offerId", offer.id()));
        audit.add("cloud", "offer-made", offer.id(), offer.campaign() + " to " + vin);
        return offer;
    }

    private List<Offer> of(String vin) {
        return offers.values().stream().filter(offer -> offer.vin().equals(vin)).toList();
    }
}
