package dev.underpin.cloud.uptane;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.signature.Ed25519;
import dev.underpin.time.Calendar;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Root metadata of one repository, version by version: which keys speak for which role, and how many of them are needed. Each
 * version is signed by its own Root keys and by those of the version before, so who trusts one can go on to the next.
 *
 * <p>Confined to the scheduler's thread.
 */
public final class RootChain {
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.root\\.json");

    private final RepositoryKeys keys;
    private final Calendar calendar;
    private final Map<Role, Integer> generations = new EnumMap<>(Role.class);
    private final List<byte[]> documents = new ArrayList<>();
    private Instant made;

    /** A chain of one version, made now. */
    public RootChain(RepositoryKeys keys, Calendar calendar) {
        this.keys = keys;
        this.calendar = calendar;
        this.made = calendar.utc();
        for (Role role : Role.values()) {
            generations.put(role, 1);
        }
        add(signers(Role.ROOT));
    }

    /** Version 1: what a vehicle gets at the factory. */
    public byte[] first() {
        return documents.getFirst();
    }

    /** The newest version. */
    public long version() {
        return documents.size();
    }

    /** The metadata of {@code version}, if there is one. */
    public Optional<byte[]> document(long version) {
        return version >= 1 && version <= documents.size()
                ? Optional.of(documents.get((int) version - 1))
                : Optional.empty();
    }

    /** A version by the name of its file, such as {@code 2.root.json}; brings the chain up to date. */
    public Optional<byte[]> file(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        renew();
        return document(Long.parseLong(matcher.group(1)));
    }

    /** The keys that sign for {@code role} now. */
    public List<KeyPair> signers(Role role) {
        return keys.signers(role, generation(role));
    }

    /** Replaces the keys of {@code role}: the old ones are worth nothing any more. */
    public void rotate(Role role) {
        List<KeyPair> before = signers(Role.ROOT);
        generations.merge(role, 1, Integer::sum);
        add(before);
    }

    private void renew() {
        if (Role.ROOT.due(made, calendar.utc())) {
            add(signers(Role.ROOT));
        }
    }

    int generation(Role role) {
        return generations.getOrDefault(role, 1);
    }

    private void add(List<KeyPair> before) {
        List<KeyPair> all = new ArrayList<>(signers(Role.ROOT));
        before.stream().filter(it -> !all.contains(it)).forEach(all::add);
        made = calendar.utc();
        documents.add(SignedEnvelope.seal(content(), all.toArray(KeyPair[]::new)));
    }

    private ObjectNode content() {
        ObjectNode root = Metadata.head(Role.ROOT, documents.size() + 1L, made).put("consistent_snapshot", true);
        ObjectNode named = root.putObject("keys");
        ObjectNode roles = root.putObject("roles");
        for (Role role : Role.values()) {
            ArrayNode ids = Json.array();
            for (KeyPair signer : signers(role)) {
                String id = DevelopmentKeys.keyId(signer.getPublic());
                ObjectNode key = named.putObject(id).put("keytype", "ed25519").put("scheme", "ed25519");
                key.putObject("keyval").put("public", HexFormat.of().formatHex(Ed25519.publicKey(signer.getPublic())));
                ids.add(id);
            }
            roles.putObject(role.code()).put("threshold", keys.threshold(role)).set("keyids", ids);
        }
        return root;
    }
}
