package dev.underpin.rig.virtual;

import dev.underpin.cloud.trust.BadSignature;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.cloud.uptane.RepositoryKeys;
import dev.underpin.cloud.uptane.Role;
import dev.underpin.fault.MetadataHarm;
import dev.underpin.time.Calendar;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a {@link MetadataHarm} makes of a file. */
final class Forgeries {
    private static final long ATTACKER = 666;
    private static final RepositoryKeys OWN =
            new RepositoryKeys(DevelopmentKeys.ofSeed(ATTACKER), RepositoryKeys.IMAGES);
    private static final int OVERSIZE = 65_537;
    private static final long FAR = 1_000_000_000L;
    private static final int DEPTH = 2000;

    private final MetadataHarm harm;
    private final Calendar calendar;

    Forgeries(MetadataHarm harm, Calendar calendar) {
        this.harm = harm;
        this.calendar = calendar;
    }

    /** What the wire alone makes of a file; {@code other} is the genuine file of another role. */
    byte[] bytes(byte[] file, byte[] other) {
        return switch (harm) {
            case UNSIGNED -> replaced(file, "\"signatures\":\\[.*]}$", "\"signatures\":[]}");
            case BAD_SIGNATURE -> replaced(file, "\"sig\":\"", "\"sig\":\"AAAA");
            case BAD_KEY_ID -> replaced(file, "\"keyid\":\"", "\"keyid\":\"x");
            case FOREIGN_KEY -> SignedEnvelope.seal(signed(file), keys(OWN.signers(Role.TARGETS, 1)));
            case CONTENT_CHANGED -> replaced(file, "\"expires\":\"20", "\"expires\":\"21");
            case OVERSIZED -> Arrays.copyOf(file, OVERSIZE);
            case DEEP_NESTING ->
                replaced(file, "\"_type\":", "\"a\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + ",\"_type\":");
            case INVALID_JSON -> replaced(file, "\"signatures\":", "\"signatures\":,");
            case NAME_TWICE -> replaced(file, "\"_type\":", "\"version\":1,\"_type\":");
            case OTHER_ROLE -> other;
            default -> file;
        };
    }

    /** What who has the keys makes of what a file says. */
    void change(ObjectNode signed) {
        switch (harm) {
            case EXPIRED ->
                signed.put("expires", calendar.utc().minus(Duration.ofHours(1)).toString());
            case VERSION_LOWER -> signed.put("version", signed.path("version").asLong() - 1);
            case VERSION_HIGHER -> signed.put("version", signed.path("version").asLong() + FAR);
            case VERSION_SAME ->
                signed.put("expires", calendar.utc().plus(Duration.ofHours(1)).toString());
            case LISTS_NOTHING -> signed.putObject("meta");
            case LISTS_ANOTHER ->
                signed.path("meta")
                        .forEach(row -> ((ObjectNode) row)
                                .put("version", row.path("version").asLong() + 1));
            case OTHER_VEHICLE -> signed.put("director", "WUPTEST0000000002");
            case UNIT_TWICE -> targets(signed).add(target(signed).deepCopy());
            case UNIT_UNKNOWN -> target(signed).put("ecu", "XXX");
            case OTHER_LENGTH -> target(signed).put("length", 5);
            case OTHER_HASH -> target(signed).put("sha256", "0".repeat(64));
            case EVERY_HASH -> targets(signed).forEach(it -> ((ObjectNode) it).put("sha256", "0".repeat(64)));
            case OTHER_HARDWARE -> target(signed).put("hardware", "X");
            case OTHER_RELEASE -> target(signed).put("releaseCounter", 9999);
            case DELEGATES -> signed.putObject("delegations");
            case PATH_IN_NAME -> target(signed).put("filename", "../../etc/passwd");
            case ODD_NAME -> target(signed).put("filename", "e\u0301 ;rm.upi");
            case DEPENDS_IN_CIRCLE -> circle(targets(signed));
            case DEPENDS_ON_ABSENT -> target(signed).putArray("dependsOn").add("NAV");
            case NO_TARGETS -> targets(signed).removeAll();
            default -> {}
        }
    }

    private static void circle(ArrayNode targets) {
        ObjectNode one = (ObjectNode) targets.path(0);
        ObjectNode other = (ObjectNode) targets.path(1);
        one.putArray("dependsOn").add(other.path("ecu").asString());
        other.putArray("dependsOn").add(one.path("ecu").asString());
    }

    byte[] seal(ObjectNode signed, List<KeyPair> signers) {
        return SignedEnvelope.seal(
                signed,
                switch (harm) {
                    case ONE_SIGNATURE_LESS -> keys(signers.subList(1, signers.size()));
                    case SAME_KEY_TWICE -> keys(List.of(signers.getFirst(), signers.getFirst()));
                    default -> keys(signers);
                });
    }

    /** A Root after {@code last} that the attacker would like to be believed. */
    byte[] root(ObjectNode last, long version, RepositoryKeys stolen) {
        List<KeyPair> own = OWN.signers(Role.ROOT, 1);
        List<KeyPair> genuine = stolen.signers(Role.ROOT, 1);
        ObjectNode next = last.deepCopy();
        next.put("version", version);
        return switch (harm) {
            case FOREIGN_KEY -> SignedEnvelope.seal(next, keys(own));
            case VERSION_LOWER, VERSION_SAME -> SignedEnvelope.seal(last, keys(genuine));
            case VERSION_SKIPPED -> SignedEnvelope.seal(next.put("version", version + 1), keys(genuine));
            case EXPIRED ->
                SignedEnvelope.seal(
                        next.put(
                                "expires",
                                calendar.utc().minus(Duration.ofHours(1)).toString()),
                        keys(genuine));
            case ONE_SIGNATURE_LESS, SAME_KEY_TWICE -> seal(next, genuine);
            default -> bytes(SignedEnvelope.seal(next, keys(genuine)), SignedEnvelope.seal(last, keys(own)));
        };
    }

    private static KeyPair[] keys(List<KeyPair> list) {
        return list.toArray(KeyPair[]::new);
    }

    /** What the cloud signed in a file of its own. */
    static ObjectNode signed(byte[] file) {
        try {
            return SignedEnvelope.parse(file).signed();
        } catch (BadSignature broken) {
            throw new IllegalStateException("the cloud's metadata cannot be read", broken);
        }
    }

    private static byte[] replaced(byte[] file, String what, String by) {
        return new String(file, StandardCharsets.UTF_8).replaceFirst(what, by).getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode targets(ObjectNode signed) {
        return (ArrayNode) signed.path("targets");
    }

    private static ObjectNode target(ObjectNode signed) {
        return (ObjectNode) targets(signed).path(0);
    }
}
