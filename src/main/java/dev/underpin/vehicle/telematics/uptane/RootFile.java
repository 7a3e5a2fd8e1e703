package dev.underpin.vehicle.telematics.uptane;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A version of Root: who signs for which role.
 *
 * @param read the file
 * @param signers for every role
 */
record RootFile(RoleFile read, Map<Role, Signers> signers) {
    private static final int MOST_KEYS = 16;

    RootFile {
        signers = Map.copyOf(signers);
    }

    /** Reads it; whether it may be believed is for the version before it to say. */
    static RootFile of(RoleFile read) throws NotGenuine {
        Map<Role, Signers> signers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            signers.put(role, signers(read, role));
        }
        return new RootFile(read, signers);
    }

    long version() {
        return read.version();
    }

    Signers signers(Role role) {
        return Objects.requireNonNull(signers.get(role), "every role has signers");
    }

    private static Signers signers(RoleFile read, Role role) throws NotGenuine {
        JsonNode row = read.signed().path("roles").path(role.code());
        JsonNode ids = row.path("keyids");
        int threshold = row.path("threshold").asInt(0);
        List<RoleKey> keys = new ArrayList<>();
        Set<String> different = new HashSet<>();
        for (JsonNode id : ids) {
            JsonNode key = read.signed().path("keys").path(id.asString(""));
            String hex = key.path("keyval").path("public").asString("");
            if (key.path("keytype").asString("").equals("ed25519") && RoleKey.wellFormed(hex) && different.add(hex)) {
                keys.add(new RoleKey(id.asString(""), hex));
            }
        }
        if (threshold < 1 || keys.size() < threshold || ids.size() > MOST_KEYS) {
            throw new NotGenuine(
                    Attack.ARBITRARY_SOFTWARE,
                    "%s: %d signatures of %d different keys for %s"
                            .formatted(read.name(), threshold, keys.size(), role.code()));
        }
        return new Signers(keys, threshold);
    }
}
