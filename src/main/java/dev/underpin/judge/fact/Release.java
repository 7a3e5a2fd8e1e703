package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the cloud offered and assigned to the vehicle, as it passed over the radio link.
 *
 * @param offer the exchange that brought the offer
 * @param metadata the exchange that brought the director's targets
 * @param version the version that users read
 * @param notes the new features
 * @param targets the images, in the order of the metadata
 */
public record Release(Entry offer, Entry metadata, String version, List<String> notes, List<Target> targets) {
    private static final Sign OFFER = Http.done("vehicle", "GET", "/vehicle/v1/[^/]+/offer")
            .where(entry -> Http.response(entry).has("offerId"))
            .called("an offer of the cloud");
    private static final Sign TARGETS = Http.done("vehicle", "GET", "/vehicle/v1/[^/]+/director/\\d+[.]targets.json")
            .where(entry -> !Http.response(entry).path("signed").path("targets").isEmpty())
            .called("the director's targets");

    public Release {
        notes = List.copyOf(notes);
        targets = List.copyOf(targets);
    }

    /** An image for a control unit. */
    public record Target(
            String ecu,
            String filename,
            String version,
            String sha256,
            long length,
            long releaseCounter,
            List<String> dependsOn) {
        public Target {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** The coming of an offer. */
    public static Sign offered() {
        return OFFER;
    }

    /** The last release whose metadata came before a place. */
    public static Optional<Release> before(Facts facts, int place) {
        return TARGETS.lastBefore(facts, place)
                .flatMap(metadata -> OFFER.lastBefore(facts, metadata.index()).map(offer -> of(offer, metadata)));
    }

    /** The version that an offer names. */
    public static String version(Entry offer) {
        return Http.response(offer).path("version").asString("");
    }

    /** The new features that an offer names. */
    public static List<String> notes(Entry offer) {
        return texts(Http.response(offer).path("notes"));
    }

    private static Release of(Entry offer, Entry metadata) {
        List<Target> targets = Http.response(metadata)
                .path("signed")
                .path("targets")
                .valueStream()
                .map(Release::target)
                .toList();
        return new Release(offer, metadata, version(offer), notes(offer), targets);
    }

    private static Target target(JsonNode json) {
        return new Target(
                json.path("ecu").asString(""),
                json.path("filename").asString(""),
                json.path("version").asString(""),
                json.path("sha256").asString(""),
                json.path("length").asLong(0),
                json.path("releaseCounter").asLong(0),
                texts(json.path("dependsOn")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(it -> it.asString("")).toList();
    }

    /** Bytes of all images. */
    public long bytes() {
        return targets.stream().mapToLong(Target::length).sum();
    }

    /** Bytes of images that came over the radio link between two places. */
    public static long downloaded(Facts facts, int from, int to) {
        return Http.image().between(facts, from, to).stream()
                .mapToLong(entry -> entry.number("bytes").orElse(0.0).longValue())
                .sum();
    }

    /** The exchange that brought the last missing byte of all images, if it has come. */
    public Optional<Entry> complete(Facts facts) {
        return targets.stream().allMatch(target -> lastByte(facts, target).isPresent())
                ? targets.stream()
                        .flatMap(target -> lastByte(facts, target).stream())
                        .max(java.util.Comparator.comparingInt(Entry::index))
                : Optional.empty();
    }

    private static Optional<Entry> lastByte(Facts facts, Target target) {
        long bytes = 0;
        for (Entry part : Http.image().all(facts)) {
            if (Http.path(part).endsWith("/" + target.filename())) {
                bytes += part.number("bytes").orElse(0.0).longValue();
                if (bytes >= target.length()) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }
}
