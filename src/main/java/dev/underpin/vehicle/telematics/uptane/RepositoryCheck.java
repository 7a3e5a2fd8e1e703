package dev.underpin.vehicle.telematics.uptane;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Verifies one repository (Uptane Standard 2.1.0, 5.4.4.3 to 5.4.4.6): Root by Root up to the newest, then Timestamp, the Snapshot that
 * it lists and the Targets that this lists. A Root is kept as soon as it is believed; the other three when all that they say has been
 * accepted, so that what was refused binds to no version.
 */
final class RepositoryCheck {
    private static final int MOST_ROOTS = 64;

    private final Repository repository;
    private final TrustStore.Shelf shelf;
    private final Instant now;
    private final Map<Role, RoleFile> read = new EnumMap<>(Role.class);
    private Role stage = Role.ROOT;
    private int roots;
    private @Nullable Listing listing;
    private @Nullable RoleFile targets;

    RepositoryCheck(Repository repository, TrustStore.Shelf shelf, Instant now) {
        this.repository = repository;
        this.shelf = shelf;
        this.now = now;
    }

    /** The file that is needed next; empty when the Targets are believed. */
    Optional<Wanted> next() {
        if (targets != null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (stage) {
                    case ROOT ->
                        new Wanted(repository, (shelf.root().version() + 1) + ".root.json", MetadataCheck.CAP, true);
                    case TIMESTAMP -> new Wanted(repository, "timestamp.json", MetadataCheck.CAP, false);
                    case SNAPSHOT, TARGETS ->
                        new Wanted(
                                repository,
                                listing().version() + "." + stage.listed(),
                                listing().cap(MetadataCheck.CAP),
                                false);
                });
    }

    /** The Targets, once {@link #next} is empty. */
    RoleFile targets() {
        return Objects.requireNonNull(targets, "the Targets are not verified yet");
    }

    /** Remembers what was verified as the last that was accepted. */
    void keep() {
        shelf.keep(read);
    }

    /** There is no later Root. */
    void noLaterRoot() throws NotGenuine {
        shelf.root().read().requireValidAt(now);
        stage = Role.TIMESTAMP;
    }

    void take(byte[] utf8) throws NotGenuine {
        int cap = next().orElseThrow().cap();
        RoleFile file = RoleFile.read(repository, stage, utf8, cap);
        switch (stage) {
            case ROOT -> root(file);
            case TIMESTAMP -> timestamp(file);
            case SNAPSHOT -> snapshot(file);
            case TARGETS -> {
                verify(file);
                read.put(Role.TARGETS, file);
                targets = file;
            }
        }
    }

    private void root(RoleFile file) throws NotGenuine {
        file.requireSignedBy(shelf.root().signers(Role.ROOT));
        RootFile next = RootFile.of(file);
        file.requireSignedBy(next.signers(Role.ROOT));
        if (next.version() != shelf.root().version() + 1) {
            throw new NotGenuine(
                    Attack.ROLLBACK,
                    "%s: expected version %d, found %d"
                            .formatted(file.name(), shelf.root().version() + 1, next.version()));
        }
        if (++roots > MOST_ROOTS) {
            throw new NotGenuine(Attack.ENDLESS_DATA, "%s: more than %d at once".formatted(file.name(), MOST_ROOTS));
        }
        shelf.root(next);
    }

    private void timestamp(RoleFile file) throws NotGenuine {
        verify(file);
        listing = Listing.of(file, Role.SNAPSHOT);
        read.put(Role.TIMESTAMP, file);
        stage = Role.SNAPSHOT;
    }

    private void snapshot(RoleFile file) throws NotGenuine {
        verify(file);
        Optional<RoleFile> before = shelf.last(Role.SNAPSHOT);
        if (before.isPresent()) {
            requireNothingVanished(before.get(), file);
        }
        listing = Listing.of(file, Role.TARGETS);
        read.put(Role.SNAPSHOT, file);
        stage = Role.TARGETS;
    }

    private void verify(RoleFile file) throws NotGenuine {
        file.requireSignedBy(shelf.root().signers(stage));
        if (listing != null) {
            listing.requireMatch(file);
        }
        Optional<RoleFile> last = shelf.last(stage);
        if (last.isPresent()) {
            requireNoStepBack(last.get(), file);
        }
        file.requireValidAt(now);
    }

    private static void requireNoStepBack(RoleFile last, RoleFile file) throws NotGenuine {
        if (file.version() < last.version()) {
            throw new NotGenuine(
                    Attack.ROLLBACK,
                    "%s: version %d after version %d".formatted(file.name(), file.version(), last.version()));
        }
        if (file.version() == last.version() && !file.sha256().equals(last.sha256())) {
            throw new NotGenuine(
                    Attack.MIX_AND_MATCH,
                    "%s: version %d says something else than before".formatted(file.name(), file.version()));
        }
    }

    private static void requireNothingVanished(RoleFile before, RoleFile file) throws NotGenuine {
        JsonNode listed = file.signed().path("meta");
        for (String name : before.signed().path("meta").propertyNames()) {
            long last = before.signed().path("meta").path(name).path("version").asLong(0);
            JsonNode now = listed.path(name);
            if (now.isMissingNode()) {
                throw new NotGenuine(Attack.MIX_AND_MATCH, "%s no longer lists %s".formatted(file.name(), name));
            }
            if (now.path("version").asLong(0) < last) {
                throw new NotGenuine(
                        Attack.ROLLBACK,
                        "%s lists version %s of %s after version %d"
                                .formatted(file.name(), now.path("version"), name, last));
            }
        }
    }

    private Listing listing() {
        return Objects.requireNonNull(listing, "listed by the file before");
    }
}
