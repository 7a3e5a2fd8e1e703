package dev.underpin.vehicle.telematics.uptane;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata that the vehicle believed last, and the latest moment that it knows of; survives power loss. Only what was verified gets
 * in. Confined to the scheduler's thread.
 */
public final class TrustStore {
    private final Map<Repository, Shelf> shelves = new EnumMap<>(Repository.class);
    private Instant latest = Instant.MIN;

    /** Puts in the Root of the factory, unless the store has a Root already. */
    void provision(Repository repository, byte[] root) {
        if (!shelves.containsKey(repository)) {
            try {
                RoleFile read = RoleFile.read(repository, Role.ROOT, root, Integer.MAX_VALUE);
                shelves.put(repository, new Shelf(RootFile.of(read)));
            } catch (NotGenuine unusable) {
                throw new IllegalArgumentException("the factory's Root cannot be used", unusable);
            }
        }
    }

    /** The version of the role file that was believed last; 0 when there is none. */
    public long version(Repository repository, String role) {
        Shelf shelf = shelves.get(repository);
        if (shelf == null) {
            return 0;
        }
        return role.equals(Role.ROOT.code())
                ? shelf.root.version()
                : shelf.files.entrySet().stream()
                        .filter(it -> it.getKey().code().equals(role))
                        .mapToLong(it -> it.getValue().version())
                        .findFirst()
                        .orElse(0);
    }

    /** The later of {@code now} and the latest moment known: a clock that is set back revives nothing. */
    public Instant time(Instant now) {
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }

    Shelf shelf(Repository repository) {
        Shelf shelf = shelves.get(repository);
        if (shelf == null) {
            throw new IllegalStateException("no Root of " + repository.code() + " was put in at the factory");
        }
        return shelf;
    }

    /** What is believed of one repository. */
    static final class Shelf {
        private final Map<Role, RoleFile> files = new EnumMap<>(Role.class);
        private RootFile root;

        Shelf(RootFile root) {
            this.root = root;
        }

        RootFile root() {
            return root;
        }

        /** Goes on to the next Root; what replaced keys have signed is forgotten, so that no version of theirs binds any more. */
        void root(RootFile next) {
            for (Role role : Role.values()) {
                if (!next.signers(role).keys().equals(root.signers(role).keys())) {
                    files.remove(role);
                }
            }
            root = next;
        }

        Optional<RoleFile> last(Role role) {
            return Optional.ofNullable(files.get(role));
        }

        void keep(Map<Role, RoleFile> believed) {
            files.putAll(believed);
        }
    }
}
