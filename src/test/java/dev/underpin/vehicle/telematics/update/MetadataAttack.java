package dev.underpin.vehicle.telematics.update;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.uptane.RepositoryKeys;
import dev.underpin.cloud.uptane.Role;
import dev.underpin.vehicle.telematics.FakeRepository;
import dev.underpin.vehicle.telematics.uptane.Attack;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of the catalogue of metadata attacks.
 *
 * @param afterAGoodOne whether it needs something believed before
 * @param inject does it to director and image repository
 */
record MetadataAttack(
        String name, Attack expected, boolean afterAGoodOne, BiConsumer<FakeRepository, FakeRepository> inject) {
    private static final List<Role> ROLES = List.of(Role.TIMESTAMP, Role.SNAPSHOT, Role.TARGETS);

    static List<MetadataAttack> all() {
        List<MetadataAttack> all = new ArrayList<>();
        for (boolean director : new boolean[] {true, false}) {
            for (Role role : ROLES) {
                all.addAll(ofEveryRole(director, role));
            }
            all.addAll(ofRoot(director));
        }
        all.addAll(ofTheDirector());
        return all;
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<MetadataAttack> ofEveryRole(boolean director, Role role) {
        String where = (director ? "director " : "image repository ") + role.code();
        return List.of(
                row("M1 unsigned " + where, Attack.ARBITRARY_SOFTWARE, director, it -> it.signers.put(role, List.of())),
                row(
                        "M1 foreign key " + where,
                        Attack.ARBITRARY_SOFTWARE,
                        director,
                        it -> it.signers.put(role, keys(DevelopmentKeys.ofSeed(8), role))),
                row(
                        "M1 bad key id " + where,
                        Attack.ARBITRARY_SOFTWARE,
                        director,
                        it -> it.afterSigning.put(role, text("\"keyid\":\"", "\"keyid\":\"x"))),
                row(
                        "M1 bad signature " + where,
                        Attack.ARBITRARY_SOFTWARE,
                        director,
                        it -> it.afterSigning.put(role, text("\"sig\":\"", "\"sig\":\"AAAA"))),
                row(
                        "M6 changed after signing " + where,
                        Attack.ARBITRARY_SOFTWARE,
                        director,
                        it -> it.afterSigning.put(role, text("2036-01", "2037-01"))),
                row(
                        "M3 expired " + where,
                        Attack.FREEZE,
                        director,
                        change(role, it -> it.put("expires", "2026-11-20T19:59:59Z"))),
                row(
                        "M16 no moment of expiry " + where,
                        Attack.FREEZE,
                        director,
                        change(role, it -> it.put("expires", "never"))),
                later("M4 older version " + where, Attack.ROLLBACK, director, it -> {
                    ROLES.forEach(other -> it.versions.put(other, 6L));
                    it.versions.put(role, 4L);
                }),
                later(
                        "M6 content changed, version same " + where,
                        Attack.MIX_AND_MATCH,
                        director,
                        change(role, it -> it.put("expires", "2035-01-01T00:00:00Z"))),
                row(
                        "M16 another role as " + where,
                        Attack.MIX_AND_MATCH,
                        director,
                        change(role, it -> it.put("_type", role == Role.TARGETS ? "snapshot" : "targets"))),
                row("M16 version zero " + where, Attack.ROLLBACK, director, change(role, it -> it.put("version", 0))),
                row(
                        "M16 a text as version " + where,
                        Attack.ROLLBACK,
                        director,
                        change(role, it -> it.put("version", "5"))),
                row(
                        "M16 invalid JSON " + where,
                        Attack.ARBITRARY_SOFTWARE,
                        director,
                        it -> it.afterSigning.put(role, text("\"signatures\":", "\"signatures\":,"))),
                row(
                        "M16 a name twice " + where,
                        Attack.ARBITRARY_SOFTWARE,
                        director,
                        it -> it.afterSigning.put(role, text("\"version\":5", "\"version\":5,\"version\":5"))),
                row(
                        "M16 deep nesting " + where,
                        Attack.ARBITRARY_SOFTWARE,
                        director,
                        it -> it.afterSigning.put(
                                role,
                                text("\"_type\":", "\"deep\":" + "[".repeat(2000) + "]".repeat(2000) + ",\"_type\":"))),
                row(
                        "M16 oversized " + where,
                        Attack.ENDLESS_DATA,
                        director,
                        it -> it.afterSigning.put(role, bytes -> Arrays.copyOf(bytes, 65_537))));
    }

    private static List<MetadataAttack> ofRoot(boolean director) {
        String where = director ? "director" : "image repository";
        return List.of(
                row("M7 next Root unsigned " + where, Attack.ARBITRARY_SOFTWARE, director, it -> {
                    it.roots.rotate(Role.TARGETS);
                    it.afterSigning.put(Role.ROOT, text("\"sig\":\"", "\"sig\":\"AAAA"));
                }),
                row("M7 next Root without the old keys " + where, Attack.ARBITRARY_SOFTWARE, director, it -> {
                    it.roots.rotate(Role.ROOT);
                    it.afterSigning.put(Role.ROOT, root -> withoutSignature(root, 3));
                }),
                row("M7 next Root without the new keys " + where, Attack.ARBITRARY_SOFTWARE, director, it -> {
                    it.roots.rotate(Role.ROOT);
                    it.afterSigning.put(Role.ROOT, root -> withoutSignature(root, 0));
                }),
                row("M2 one signature instead of two " + where, Attack.ARBITRARY_SOFTWARE, director, it -> {
                    it.roots.rotate(Role.TARGETS);
                    it.afterSigning.put(Role.ROOT, root -> withoutSignature(root, 1));
                }),
                row("M7 the same Root again " + where, Attack.ROLLBACK, director, it -> {
                    it.roots.rotate(Role.TARGETS);
                    it.afterSigning.put(Role.ROOT, root -> it.roots.first());
                }),
                row("M7 a Root skipped " + where, Attack.ROLLBACK, director, it -> {
                    it.roots.rotate(Role.TARGETS);
                    it.roots.rotate(Role.TARGETS);
                    it.afterSigning.put(Role.ROOT, root -> it.roots.document(3).orElseThrow());
                }),
                row(
                        "M5 targets not in Snapshot " + where,
                        Attack.MIX_AND_MATCH,
                        director,
                        change(Role.SNAPSHOT, it -> ((ObjectNode) it.path("meta")).removeAll())),
                row(
                        "M5 Snapshot lists other targets " + where,
                        Attack.MIX_AND_MATCH,
                        director,
                        change(Role.SNAPSHOT, it -> listed(it, "targets.json").put("version", 6))),
                row(
                        "M5 Timestamp lists another Snapshot " + where,
                        Attack.MIX_AND_MATCH,
                        director,
                        change(Role.TIMESTAMP, it -> listed(it, "snapshot.json").put("version", 6))),
                later("M5 a file vanished from Snapshot " + where, Attack.MIX_AND_MATCH, director, it -> {
                    it.versions.put(Role.SNAPSHOT, 6L);
                    it.versions.put(Role.TIMESTAMP, 6L);
                    it.changes.put(Role.SNAPSHOT, snapshot -> ((ObjectNode) snapshot.path("meta")).removeAll());
                }));
    }

    private static List<MetadataAttack> ofTheDirector() {
        return List.of(
                row("M2 the same key twice", Attack.ARBITRARY_SOFTWARE, false, it -> {
                    List<KeyPair> keys = it.roots.signers(Role.TARGETS);
                    it.signers.put(Role.TARGETS, List.of(keys.getFirst(), keys.getFirst()));
                }),
                row(
                        "M2 threshold unmet",
                        Attack.ARBITRARY_SOFTWARE,
                        false,
                        it -> it.signers.put(
                                Role.TARGETS, it.roots.signers(Role.TARGETS).subList(0, 1))),
                targets(
                        "M10 another length",
                        Attack.MIX_AND_MATCH,
                        it -> target(it).put("length", 5)),
                targets(
                        "M10 another hash",
                        Attack.MIX_AND_MATCH,
                        it -> target(it).put("sha256", "0".repeat(64))),
                targets(
                        "M10 no hash",
                        Attack.ARBITRARY_SOFTWARE,
                        it -> target(it).put("sha256", "")),
                targets(
                        "M10 another hardware",
                        Attack.MIX_AND_MATCH,
                        it -> target(it).put("hardware", "X")),
                targets(
                        "M10 another release",
                        Attack.MIX_AND_MATCH,
                        it -> target(it).put("releaseCounter", 48)),
                targets("M9 another offer", Attack.MIX_AND_MATCH, it -> it.put("offerId", "O-0")),
                targets("C5 another vehicle", Attack.WRONG_VEHICLE, it -> it.put("director", "WUPTEST0000000002")),
                targets(
                        "C6 an unknown control unit",
                        Attack.WRONG_VEHICLE,
                        it -> target(it).put("ecu", "XXX")),
                targets("M14 the Director delegates", Attack.ARBITRARY_SOFTWARE, it -> it.putObject("delegations")),
                targets(
                        "M15 a control unit twice",
                        Attack.MIX_AND_MATCH,
                        it -> it.withArray("targets").add(target(it).deepCopy())),
                targets(
                        "M17 a path",
                        Attack.ARBITRARY_SOFTWARE,
                        it -> target(it).put("filename", "../etc/passwd")),
                targets(
                        "M17 a hidden climb",
                        Attack.ARBITRARY_SOFTWARE,
                        it -> target(it).put("filename", "a..b")),
                targets(
                        "M17 a name that is not in NFC",
                        Attack.ARBITRARY_SOFTWARE,
                        it -> target(it).put("filename", "e\u0301.upi")),
                targets(
                        "M18 nothing at all",
                        Attack.MIX_AND_MATCH,
                        it -> it.withArray("targets").removeAll()),
                targets(
                        "M31 a circle",
                        Attack.MIX_AND_MATCH,
                        it -> target(it).withArray("dependsOn").add("BMS")),
                targets(
                        "M31 a missing dependency",
                        Attack.MIX_AND_MATCH,
                        it -> target(it).withArray("dependsOn").add("NAV")));
    }

    private static MetadataAttack targets(String name, Attack expected, Consumer<ObjectNode> change) {
        return row(name, expected, true, change(Role.TARGETS, change));
    }

    private static MetadataAttack row(String name, Attack expected, boolean director, Consumer<FakeRepository> inject) {
        return new MetadataAttack(name, expected, false, (one, other) -> inject.accept(director ? one : other));
    }

    private static MetadataAttack later(
            String name, Attack expected, boolean director, Consumer<FakeRepository> inject) {
        return new MetadataAttack(name, expected, true, (one, other) -> inject.accept(director ? one : other));
    }

    private static Consumer<FakeRepository> change(Role role, Consumer<ObjectNode> change) {
        return it -> it.changes.put(role, change);
    }

    private static UnaryOperator<byte[]> text(String from, String to) {
        return bytes ->
                new String(bytes, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withoutSignature(byte[] root, int index) {
        try {
            ObjectNode whole = (ObjectNode) dev.underpin.vehicle.telematics.Json.read(root);
            ((ArrayNode) whole.path("signatures")).remove(index);
            return whole.toString().getBytes(StandardCharsets.UTF_8);
        } catch (dev.underpin.vehicle.telematics.CloudTrouble.Garbled broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ObjectNode target(ObjectNode metadata) {
        return (ObjectNode) metadata.path("targets").path(0);
    }

    private static ObjectNode listed(ObjectNode metadata, String file) {
        return (ObjectNode) metadata.path("meta").path(file);
    }

    private static List<KeyPair> keys(DevelopmentKeys keys, Role role) {
        return new RepositoryKeys(keys, RepositoryKeys.DIRECTOR).signers(role, 1);
    }
}
