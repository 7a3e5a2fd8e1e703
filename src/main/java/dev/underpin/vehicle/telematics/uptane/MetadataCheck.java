package dev.underpin.vehicle.telematics.uptane;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One full verification: asks for one file after the other, Director first, and says in the end what both repositories agree on.
 *
 * <p>Confined to the scheduler's thread; begun anew for each try.
 */
public final class MetadataCheck {
    /** Longest metadata file that is read, bytes. */
    public static final int CAP = 65_536;

    private final RepositoryCheck director;
    private final RepositoryCheck images;

    /** @param now the vehicle's secure time */
    public MetadataCheck(TrustStore trust, Instant now) {
        Instant time = trust.time(now);
        this.director = new RepositoryCheck(Repository.DIRECTOR, trust.shelf(Repository.DIRECTOR), time);
        this.images = new RepositoryCheck(Repository.IMAGES, trust.shelf(Repository.IMAGES), time);
    }

    /** The file that is needed next; empty when both repositories are verified. */
    public Optional<Wanted> next() {
        return director.next().or(images::next);
    }

    /** The file that {@link #next} names, as transmitted. */
    public void take(byte[] utf8) throws NotGenuine {
        current().take(utf8);
    }

    /** The repository has no file of the name, which may be so if it is {@linkplain Wanted#optional optional}. */
    public void absent() throws NotGenuine {
        current().noLaterRoot();
    }

    /** What the Director assigns, once nothing more is needed; {@code ecus} are the control units of this vehicle. */
    public List<Target> agreed(Set<String> ecus) throws NotGenuine {
        return Agreement.of(assignment(), images.targets().signed(), ecus);
    }

    /** Remembers the metadata of both repositories as the last that was accepted. */
    public void keep() {
        director.keep();
        images.keep();
    }

    /** The signed part of the Director's Targets. */
    public JsonNode assignment() {
        return director.targets().signed();
    }

    /** When the first of the two Targets expires. */
    public Instant expires() {
        Instant one = director.targets().expires();
        Instant other = images.targets().expires();
        return one.isBefore(other) ? one : other;
    }

    private RepositoryCheck current() {
        return director.next().isPresent() ? director : images;
    }
}
