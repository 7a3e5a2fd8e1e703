package dev.underpin.rig.virtual;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.cloud.uptane.Metadata;
import dev.underpin.cloud.uptane.RepositoryKeys;
import dev.underpin.cloud.uptane.Role;
import dev.underpin.fault.MetadataHarm;
import dev.underpin.fault.MetadataRole;
import dev.underpin.time.Calendar;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import java.security.KeyPair;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attacker between a vehicle and one Uptane repository. It reads the genuine files with the vehicle's credentials, forges one role and,
 * as far as it has the keys, lists the forged file in the roles above, so that nothing but the forgery itself can give it away.
 *
 * <p>Lives in the rig: the keys that it steals are the cloud's, the vehicle never sees a private key of the maker.
 */
final class MetadataForger {
    private static final int NOT_FOUND = 404;

    private final Role role;
    private final MetadataHarm harm;
    private final VehicleIdentity identity;
    private final Forgeries forgeries;
    private final RepositoryKeys keys;
    private final Pattern path;
    private Map<Role, byte[]> files = new EnumMap<>(Role.class);

    /**
     * An attacker.
     *
     * @param repository {@code director} or {@code image-repo}
     * @param identity makes requests in the vehicle's name
     */
    MetadataForger(
            String repository, MetadataRole role, MetadataHarm harm, VehicleIdentity identity, Calendar calendar) {
        this.role = Role.valueOf(role.name());
        this.harm = harm;
        this.identity = identity;
        this.keys = new RepositoryKeys(DevelopmentKeys.standard(), repository);
        this.forgeries = new Forgeries(harm, calendar);
        this.path = Pattern.compile("(/vehicle/v1/(?:[^/]+/)?" + repository + "/)(?:(\\d+)\\.)?([a-z]+)\\.json");
    }

    /** The answer to a request for a file of the repository; empty when the request is for something else. */
    Optional<Response> answer(Request request, HttpExchange cloud) throws ExchangeFailed {
        Matcher asked = path.matcher(request.path());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String base = asked.group(1);
        if (asked.group(3).equals(Role.ROOT.code())) {
            return Optional.of(root(request, cloud, base, Long.parseLong(asked.group(2))));
        }
        Role wanted = Role.valueOf(asked.group(3).toUpperCase(Locale.ROOT));
        if (wanted == Role.TIMESTAMP && !(harm == MetadataHarm.FROZEN && !files.isEmpty())) {
            files = forged(cloud, base);
        }
        byte[] file = files.get(wanted);
        return Optional.of(file == null ? cloud.exchange(request) : new Response(200, Map.of(), file));
    }

    private Response root(Request request, HttpExchange cloud, String base, long version) throws ExchangeFailed {
        Response genuine = cloud.exchange(request);
        if (role != Role.ROOT || genuine.status() != NOT_FOUND) {
            return genuine;
        }
        Response last = ask(cloud, base + (version - 1) + ".root.json");
        return last.status() == NOT_FOUND
                ? genuine
                : new Response(200, Map.of(), forgeries.root(Forgeries.signed(last.body()), version, keys));
    }

    private Map<Role, byte[]> forged(HttpExchange cloud, String base) throws ExchangeFailed {
        Map<Role, byte[]> genuine = new EnumMap<>(Role.class);
        byte[] timestamp = get(cloud, base + "timestamp.json");
        byte[] snapshot = get(cloud, base + listed(timestamp, Role.SNAPSHOT));
        genuine.put(Role.TIMESTAMP, timestamp);
        genuine.put(Role.SNAPSHOT, snapshot);
        genuine.put(Role.TARGETS, get(cloud, base + listed(snapshot, Role.TARGETS)));
        Map<Role, byte[]> forged = new EnumMap<>(genuine);
        if (role != Role.ROOT && harm.withStolenKeys()) {
            ObjectNode content = Forgeries.signed(file(genuine, role));
            forgeries.change(content);
            forged.put(role, forgeries.seal(content, signers(role)));
            relist(forged, Role.TARGETS, Role.SNAPSHOT);
            relist(forged, Role.SNAPSHOT, Role.TIMESTAMP);
        } else if (role != Role.ROOT) {
            byte[] other = file(genuine, role == Role.TARGETS ? Role.SNAPSHOT : Role.TARGETS);
            forged.put(role, forgeries.bytes(file(genuine, role), other));
        }
        return forged;
    }

    /** Lists a forged file in the role above, which the attacker signs; that role's own forgery stays as it is. */
    private void relist(Map<Role, byte[]> forged, Role below, Role above) {
        if (above.compareTo(role) < 0) {
            ObjectNode lower = Forgeries.signed(file(forged, below));
            ObjectNode listing = Forgeries.signed(file(forged, above));
            listing.put("version", listing.path("version").asLong() + 1).remove("meta");
            Metadata.listing(listing, below, lower.path("version").asLong(), file(forged, below));
            forged.put(above, SignedEnvelope.seal(listing, signers(above).toArray(KeyPair[]::new)));
        }
    }

    private List<KeyPair> signers(Role of) {
        return keys.signers(of, 1);
    }

    private Response ask(HttpExchange cloud, String from) throws ExchangeFailed {
        return cloud.exchange(new Request("GET", from, Map.of("authorization", identity.authorization()), new byte[0]));
    }

    private byte[] get(HttpExchange cloud, String from) throws ExchangeFailed {
        Response answer = ask(cloud, from);
        if (answer.status() != 200) {
            throw new ExchangeFailed("the attacker got %d for %s".formatted(answer.status(), from));
        }
        return answer.body();
    }

    private static String listed(byte[] by, Role what) {
        long version = Forgeries.signed(by)
                .path("meta")
                .path(what.code() + ".json")
                .path("version")
                .asLong();
        return Metadata.name(what, version);
    }

    private static byte[] file(Map<Role, byte[]> files, Role of) {
        return Objects.requireNonNull(files.get(of), "a file of every role");
    }
}
