package dev.underpin.cloud.uptane;

import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** The signed parts of role files that are the same in every repository. */
public final class Metadata {
    private Metadata() {}

    /** What every role begins with: {@code _type}, {@code version}, {@code expires}. */
    public static ObjectNode head(Role role, long version, Instant now) {
        return Json.object()
                .put("_type", role.code())
                .put("version", version)
                .put(
                        "expires",
                        now.plus(role.life()).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Snapshot or Timestamp that lists one file: version, length and SHA-256 of its bytes. */
    public static ObjectNode listing(ObjectNode head, Role listed, long version, byte[] file) {
        ObjectNode row = head.putObject("meta").putObject(listed.code() + ".json");
        row.put("version", version).put("length", file.length);
        row.putObject("hashes").put("sha256", Sha256.hex(file));
        return head;
    }

    /** The name of a role's file: {@code VERSION.role.json}; Timestamp has no version in its name. */
    public static String name(Role role, long version) {
        return role == Role.TIMESTAMP ? "timestamp.json" : version + "." + role.code() + ".json";
    }
}
