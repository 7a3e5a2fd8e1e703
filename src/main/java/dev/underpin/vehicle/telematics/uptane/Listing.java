package dev.underpin.vehicle.telematics.uptane;

import tools.jackson.databind.JsonNode;

/**
 * What Timestamp says of Snapshot, or Snapshot of Targets.
 *
 * @param length bytes, 0 when it is not said
 * @param sha256 empty when it is not said
 */
record Listing(String name, long version, long length, String sha256) {
    /** What {@code by} says of {@code role}. */
    static Listing of(RoleFile by, Role role) throws NotGenuine {
        JsonNode row = by.signed().path("meta").path(role.listed());
        if (!row.path("version").isIntegralNumber() || row.path("version").asLong() < 1) {
            throw new NotGenuine(Attack.MIX_AND_MATCH, "%s does not list %s".formatted(by.name(), role.listed()));
        }
        return new Listing(
                by.name(),
                row.path("version").asLong(),
                row.path("length").asLong(0),
                row.path("hashes").path("sha256").asString(""));
    }

    /** How many bytes may be read of it. */
    int cap(int most) {
        return length > 0 ? (int) Math.min(length, most) : most;
    }

    void requireMatch(RoleFile file) throws NotGenuine {
        boolean matches = file.version() == version
                && (length == 0 || file.length() == length)
                && (sha256.isEmpty() || file.sha256().equals(sha256));
        if (!matches) {
            throw new NotGenuine(
                    Attack.MIX_AND_MATCH,
                    "%s lists version %d of %d bytes, found version %d of %d bytes of %s"
                            .formatted(name, version, length, file.version(), file.length(), file.name()));
        }
    }
}
