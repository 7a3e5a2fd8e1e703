package dev.underpin.cloud.uptane;

import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.time.Calendar;
import java.security.KeyPair;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Timestamp, Snapshot and Targets of one repository; the Director has a set for each vehicle. A role is signed anew, with the next
 * version, when what it says has changed, when its keys were rotated and before it expires; otherwise its bytes stay as they are. Every
 * version stays available under its name, so who has begun to read one state finds all of it.
 *
 * <p>Confined to the scheduler's thread.
 */
public final class MetadataSet {
    private static final String TIMESTAMP = "timestamp.json";

    private final RootChain roots;
    private final Calendar calendar;
    private final Map<Role, Signed> current = new EnumMap<>(Role.class);
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private ObjectNode said = Json.object();

    /** A set of which nothing is signed yet. */
    public MetadataSet(RootChain roots, Calendar calendar) {
        this.roots = roots;
        this.calendar = calendar;
    }

    /**
     * A file by its name, such as {@code 3.targets.json}; Timestamp brings all roles up to date.
     *
     * @param targets what the Targets say now beside type, version and expiry
     */
    public Optional<byte[]> file(String name, Supplier<ObjectNode> targets) {
        if (name.equals(TIMESTAMP)) {
            refresh(targets.get());
        }
        return Optional.ofNullable(files.get(name));
    }

    private void refresh(ObjectNode content) {
        boolean changed = due(Role.TARGETS) || !content.equals(said);
        said = content;
        if (changed) {
            sign(Role.TARGETS, head -> {
                head.setAll(content);
                return head;
            });
        }
        changed |= due(Role.SNAPSHOT);
        if (changed) {
            sign(Role.SNAPSHOT, head -> listing(head, Role.TARGETS));
        }
        if (changed || due(Role.TIMESTAMP)) {
            sign(Role.TIMESTAMP, head -> listing(head, Role.SNAPSHOT));
        }
    }

    private boolean due(Role role) {
        Signed last = current.get(role);
        return last == null || last.generation != roots.generation(role) || role.due(last.made, calendar.utc());
    }

    private void sign(Role role, UnaryOperator<ObjectNode> body) {
        Signed last = current.get(role);
        long version = last == null ? 1 : last.version + 1;
        ObjectNode signed = body.apply(Metadata.head(role, version, calendar.utc()));
        byte[] bytes = SignedEnvelope.seal(signed, roots.signers(role).toArray(KeyPair[]::new));
        current.put(role, new Signed(version, calendar.utc(), roots.generation(role), bytes));
        files.put(Metadata.name(role, version), bytes);
    }

    private ObjectNode listing(ObjectNode head, Role listed) {
        Signed file = Objects.requireNonNull(current.get(listed), "signed before it is listed");
        return Metadata.listing(head, listed, file.version, file.bytes);
    }

    private record Signed(long version, Instant made, int generation, byte[] bytes) {}
}
