package dev.underpin.cloud.uptane;

import dev.underpin.cloud.trust.DevelopmentKeys;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The signing keys of one repository. Root needs two signatures in both repositories, and so do the Targets of the Image repository,
 * which are signed by people; the other roles are signed by machines with one key.
 *
 * @param keys where the keys come from
 * @param repository {@link #DIRECTOR} or {@link #IMAGES}
 */
public record RepositoryKeys(DevelopmentKeys keys, String repository) {
    /** The repository that assigns images to vehicles; also the name in paths. */
    public static final String DIRECTOR = "director";

    /** The repository of all images; also the name in paths. */
    public static final String IMAGES = "image-repo";

    /**
     * The keys of a role, as many as its threshold.
     *
     * @param generation 1, and one more after each rotation
     */
    public List<KeyPair> signers(Role role, int generation) {
        return IntStream.rangeClosed(1, threshold(role))
                .mapToObj(number -> keys.role(repository, role.code(), generation, number))
                .toList();
    }

    /** How many different keys have to sign. */
    public int threshold(Role role) {
        return role == Role.ROOT || (role == Role.TARGETS && repository.equals(IMAGES)) ? 2 : 1;
    }
}
