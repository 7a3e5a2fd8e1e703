package dev.underpin.vehicle.telematics;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.cloud.uptane.Metadata;
import dev.underpin.cloud.uptane.RepositoryKeys;
import dev.underpin.cloud.uptane.Role;
import dev.underpin.cloud.uptane.RootChain;
import dev.underpin.time.Calendar;
import java.security.KeyPair;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** A repository that signs whatever a test wants, with any keys: each file is made when it is asked for. */
public final class FakeRepository {
    public static final String NEVER = "2036-01-01T00:00:00Z";

    public final RootChain roots;
    public final Map<Role, Consumer<ObjectNode>> changes = new EnumMap<>(Role.class);
    public final Map<Role, List<KeyPair>> signers = new EnumMap<>(Role.class);
    public final Map<Role, UnaryOperator<byte[]>> afterSigning = new EnumMap<>(Role.class);
    public final Map<Role, Long> versions = new EnumMap<>(Role.class);
    private final Calendar calendar;
    private final Supplier<ObjectNode> targets;

    /** @param targets what Targets say beside type, version and expiry */
    public FakeRepository(String repository, Calendar calendar, Supplier<ObjectNode> targets) {
        this.roots = new RootChain(new RepositoryKeys(DevelopmentKeys.ofSeed(7), repository), calendar);
        this.calendar = calendar;
        this.targets = targets;
    }

    /** The file of a name such as {@code 5.targets.json}; all versions are 5 unless said otherwise. */
    public Optional<byte[]> file(String name) {
        if (name.endsWith("root.json")) {
            Optional<byte[]> root = roots.file(name);
            return root.map(
                    it -> afterSigning.getOrDefault(Role.ROOT, same -> same).apply(it));
        }
        byte[] targetsFile = signed(Role.TARGETS, head -> head.setAll(targets.get()));
        byte[] snapshot =
                signed(Role.SNAPSHOT, head -> Metadata.listing(head, Role.TARGETS, version(Role.TARGETS), targetsFile));
        byte[] timestamp =
                signed(Role.TIMESTAMP, head -> Metadata.listing(head, Role.SNAPSHOT, version(Role.SNAPSHOT), snapshot));
        return Optional.of(
                name.endsWith("targets.json") ? targetsFile : name.endsWith("snapshot.json") ? snapshot : timestamp);
    }

    private byte[] signed(Role role, Consumer<ObjectNode> body) {
        ObjectNode signed = Metadata.head(role, version(role), calendar.utc()).put("expires", NEVER);
        body.accept(signed);
        changes.getOrDefault(role, same -> {}).accept(signed);
        byte[] file = SignedEnvelope.seal(
                signed, signers.getOrDefault(role, roots.signers(role)).toArray(KeyPair[]::new));
        return afterSigning.getOrDefault(role, same -> same).apply(file);
    }

    private long version(Role role) {
        return versions.getOrDefault(role, 5L);
    }
}
