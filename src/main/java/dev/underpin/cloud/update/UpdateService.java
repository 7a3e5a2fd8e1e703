package dev.underpin.cloud.update;

import dev.underpin.cloud.image.ImageStore;
import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.registry.EcuRecord;
import dev.underpin.cloud.registry.Registry;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.uptane.RepositoryKeys;
import dev.underpin.cloud.uptane.Role;
import dev.underpin.cloud.uptane.RootChain;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The update cloud: what it offers to whom, what vehicles report, and what that proves. */
public final class UpdateService {
    private static final Duration SILENCE = Duration.ofDays(1);

    private final Registry registry;
    private final ImageStore store;
    private final Calendar calendar;
    private final AuditLog audit;
    private final OfferRule offerRule;
    private final RootChain imageRoots;
    private final RootChain directorRoots;
    private final ImageRepository imageRepository;
    private final Director director;
    private final Offers offers;
    private final Publisher publisher;
    private final Manifests manifests;
    private final Map<String, Set<String>> failed = new LinkedHashMap<>();
    private int failureLimit = 3;

    /**
     * The service.
     *
     * @param publishing puts another publisher before the own one; identity for none
     */
    public UpdateService(
            Registry registry,
            ImageStore store,
            DevelopmentKeys keys,
            Calendar calendar,
            Entropy ids,
            AuditLog audit,
            OfferRule offerRule,
            SyncRule syncRule,
            UnaryOperator<Publisher> publishing) {
        this.registry = registry;
        this.store = store;
        this.calendar = calendar;
        this.audit = audit;
        this.offerRule = offerRule;
        this.imageRoots = new RootChain(new RepositoryKeys(keys, RepositoryKeys.IMAGES), calendar);
        this.directorRoots = new RootChain(new RepositoryKeys(keys, RepositoryKeys.DIRECTOR), calendar);
        this.imageRepository = new ImageRepository(imageRoots, calendar);
        this.director = new Director(directorRoots, calendar);
        this.offers = new Offers(registry, store, imageRepository, calendar, ids, audit);
        this.publisher = publishing.apply(offers);
        this.manifests = new Manifests(syncRule, audit);
    }

    /** Notes that the vehicle {@code vin} has the images of {@code release} in its active slots. */
    public void installed(String vin, Release release) {
        Vehicle vehicle = registry.vehicle(vin);
        List<StoredImage> images = release.images().stream().map(store::image).toList();
        imageRepository.upload(images);
        manifests.installed(vin, images);
        director.file(vehicle, "timestamp.json", Optional.empty());
        imageRepository.metadata("timestamp.json");
        images.forEach(image -> vehicle.record(new EcuRecord(
                image.spec().ecu(),
                image.spec().hardware(),
                "",
                image.spec().version(),
                image.sha256(),
                image.spec().releaseCounter())));
    }

    /** {@link Publisher#publish}. */
    public Offer publish(Release release, String vin) {
        return publisher.publish(release, vin);
    }

    /** {@link Publisher#withdraw}. */
    public void withdraw(String vin, String reason) {
        publisher.withdraw(vin, reason);
    }

    /** The number of vehicles with a failed update at which a campaign stops and its open offers are withdrawn; 3 unless set. */
    public void failureLimit(int limit) {
        failureLimit = limit;
    }

    /** The newest offer of {@code vin}, whatever became of it. */
    public Optional<Offer> latestOffer(String vin) {
        return offers.latestFor(vin);
    }

    /** Where the vehicle stands now. */
    public SyncStatus status(String vin) {
        Optional<Offer> open = offers.openFor(vin);
        Optional<SyncStatus> reported = manifests.latest(vin).map(SyncReport::status);
        if (open.isPresent() && reported.filter(SyncStatus.FAILED::equals).isEmpty()) {
            return silent(open.get()) ? SyncStatus.SILENT : SyncStatus.PENDING;
        }
        return reported.orElse(SyncStatus.UNKNOWN);
    }

    /** The last signed report of {@code vin} and what it proved. */
    public Optional<SyncReport> report(String vin) {
        return manifests.latest(vin);
    }

    /** What the app shows: the offer if one is open, how far the update is, and where the vehicle stands. */
    public ObjectNode overview(Vehicle vehicle) {
        ObjectNode overview = Json.object().put("sync", status(vehicle.vin()).name());
        offerFor(vehicle).ifPresent(offer -> overview.set("offer", offer.json()));
        offers.latestFor(vehicle.vin()).flatMap(Offer::latestEvent).ifPresent(event -> overview.set("status", event));
        return overview;
    }

    Optional<Offer> offerFor(Vehicle vehicle) {
        Optional<Offer> open = offers.openFor(vehicle.vin());
        open.ifPresent(offer -> offerRule.check(vehicle.account()));
        return open;
    }

    /** The Root metadata of the Director; vehicles get its first version at the factory. */
    public RootChain directorRoots() {
        return directorRoots;
    }

    /** The Root metadata of the Image repository; vehicles get its first version at the factory. */
    public RootChain imageRoots() {
        return imageRoots;
    }

    /** Replaces the keys of a role of a repository, {@link RepositoryKeys#DIRECTOR} or {@link RepositoryKeys#IMAGES}. */
    public void rotate(String repository, Role role) {
        (repository.equals(RepositoryKeys.DIRECTOR) ? directorRoots : imageRoots).rotate(role);
        audit.add("cloud", "keys-rotated", repository, role.code());
    }

    Optional<byte[]> directorFile(Vehicle vehicle, String name) {
        return director.file(vehicle, name, offerFor(vehicle));
    }

    Optional<byte[]> imageRepositoryFile(String name) {
        return imageRepository.metadata(name);
    }

    Optional<StoredImage> image(String filename) {
        return imageRepository.file(filename);
    }

    boolean event(Vehicle vehicle, String offerId, long sequence, ObjectNode event) {
        Offer offer = offers.require(offerId, vehicle.vin());
        boolean fresh = offer.record(sequence, event, calendar.utc());
        String phase = event.path("phase").asString("");
        if (fresh && offer.open() && (phase.equals("denied") || phase.equals("declined"))) {
            offers.deny(offer, event.path("reason").asString(""));
        }
        return fresh;
    }

    SyncReport manifest(Vehicle vehicle, byte[] body) {
        ObjectNode believed = manifests.believed(vehicle, body);
        Optional<Offer> subject = offers.latestFor(vehicle.vin())
                .filter(offer -> offer.open()
                        || (offer.state() == Offer.State.WITHDRAWN
                                && offer.id().equals(believed.path("offerId").asString(""))));
        SyncReport report = manifests.judge(vehicle, believed, subject);
        subject.ifPresent(offer -> conclude(vehicle, offer, report.status()));
        return report;
    }

    private void conclude(Vehicle vehicle, Offer offer, SyncStatus status) {
        if (status == SyncStatus.IN_SYNC) {
            offer.become(Offer.State.COMPLETED);
            vehicle.appInbox()
                    .post(
                            "update",
                            Json.object()
                                    .put("offerId", offer.id())
                                    .put("version", offer.release().version()));
            return;
        }
        Set<String> vehicles = failed.computeIfAbsent(offer.campaign(), unknown -> new LinkedHashSet<>());
        vehicles.add(offer.vin());
        if (vehicles.size() >= failureLimit) {
            audit.add("cloud", "campaign-stopped", offer.campaign(), failureLimit + " vehicles failed");
            offers.openOf(offer.campaign()).forEach(open -> offers.withdraw(open, "campaign-stopped"));
        }
    }

    private boolean silent(Offer offer) {
        return offer.latestEvent().isPresent()
                && Duration.between(offer.lastHeard(), calendar.utc()).compareTo(SILENCE) > 0;
    }
}
