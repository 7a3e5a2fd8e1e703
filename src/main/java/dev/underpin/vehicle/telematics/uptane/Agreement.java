package dev.underpin.vehicle.telematics.uptane;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Whether the Director's Targets are well formed and every image in them is the Image repository's too (5.4.4.2, 5.4.4.6). The maker signs
 * for every image itself: a delegation in either Targets, which Uptane allows the Image repository alone, is nobody's word here.
 */
final class Agreement {
    private static final Pattern FILENAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Agreement() {}

    static List<Target> of(JsonNode director, JsonNode images, Set<String> ecus) throws NotGenuine {
        if (director.has("delegations")) {
            throw new NotGenuine(Attack.ARBITRARY_SOFTWARE, "the director's targets delegate");
        }
        if (images.has("delegations")) {
            throw new NotGenuine(Attack.ARBITRARY_SOFTWARE, "the image repository delegates to nobody that is known");
        }
        List<Target> assigned = targets(director);
        if (assigned.isEmpty()) {
            throw new NotGenuine(Attack.MIX_AND_MATCH, "the director names no image");
        }
        Map<String, Target> known = new LinkedHashMap<>();
        targets(images).forEach(it -> known.put(it.filename(), it));
        Set<String> units = new HashSet<>();
        for (Target target : assigned) {
            check(target, units, ecus, known);
        }
        return assigned;
    }

    private static void check(Target target, Set<String> units, Set<String> ecus, Map<String, Target> known)
            throws NotGenuine {
        if (!units.add(target.ecu())) {
            throw new NotGenuine(Attack.MIX_AND_MATCH, "two images for " + target.ecu());
        }
        if (!ecus.contains(target.ecu())) {
            throw new NotGenuine(Attack.WRONG_VEHICLE, "an image for %s, which is not here".formatted(target.ecu()));
        }
        Target image = known.get(target.filename());
        if (image == null || !image.ecu().equals(target.ecu()) || !image.sameImage(target)) {
            throw new NotGenuine(
                    Attack.MIX_AND_MATCH, "director and image repository differ about " + target.filename());
        }
    }

    private static List<Target> targets(JsonNode signed) throws NotGenuine {
        List<Target> targets =
                signed.path("targets").valueStream().map(Target::of).toList();
        for (Target target : targets) {
            String name = target.filename();
            if (!FILENAME.matcher(name).matches() || name.contains("..")) {
                throw new NotGenuine(Attack.ARBITRARY_SOFTWARE, "not a name of an image: " + name);
            }
            if (target.length() < 0
                    || target.releaseCounter() < 0
                    || target.ecu().isEmpty()
                    || !SHA256.matcher(target.sha256()).matches()) {
                throw new NotGenuine(Attack.ARBITRARY_SOFTWARE, "incomplete entry for " + name);
            }
        }
        return targets;
    }
}
