package dev.underpin.cloud.update;

import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.image.StoredImage;
import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** One release offered to one vehicle, and what became of it. */
public final class Offer {
    private final String id;
    private final String vin;
    private final Release release;
    private final List<StoredImage> images;
    private final TreeMap<Long, ObjectNode> events = new TreeMap<>();
    private State state = State.OPEN;
    private Instant lastHeard;

    Offer(String id, String vin, Release release, List<StoredImage> images, Instant made) {
        this.id = id;
        this.vin = vin;
        this.release = release;
        this.images = List.copyOf(images);
        this.lastHeard = made;
    }

    /** What became of an offer; it never returns to open. */
    public enum State {
        OPEN,
        DENIED,
        WITHDRAWN,
        COMPLETED
    }

    public String id() {
        return id;
    }

    public String vin() {
        return vin;
    }

    public Release release() {
        return release;
    }

    /** Name of the campaign: all offers of one release belong together. */
    public String campaign() {
        return release.id() + "-" + release.version();
    }

    /** The images, in the order in which they must be flashed. */
    public List<StoredImage> images() {
        return images;
    }

    public State state() {
        return state;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    void become(State next) {
        state = next;
    }

    /** Keeps an event once; false when its sequence number was there already. */
    boolean record(long sequence, ObjectNode event, Instant heard) {
        lastHeard = heard;
        return events.putIfAbsent(sequence, event) == null;
    }

    /** The event with the highest sequence number: the state of the update whatever order events came in. */
    public Optional<ObjectNode> latestEvent() {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.lastEntry().getValue());
    }

    /** All events in the order of their sequence numbers. */
    public List<ObjectNode> events() {
        return List.copyOf(events.values());
    }

    Instant lastHeard() {
        return lastHeard;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("offerId", id)
                .put("campaign", campaign())
                .put("version", release.version())
                .put("title", release.title())
                .put("purpose", release.purpose())
                .put("criticality", release.criticality());
        json.set("notes", Json.array(release.notes()));
        json.put("sizeBytes", images.stream().mapToLong(StoredImage::length).sum());
        json.put("estimatedDownloadSeconds", release.downloadSeconds());
        json.put("estimatedInstallSeconds", release.installSeconds());
        json.set("functionsUnavailable", Json.array(release.functionsUnavailable()));
        json.set("instructions", Json.array(release.instructions()));
        return json;
    }
}
