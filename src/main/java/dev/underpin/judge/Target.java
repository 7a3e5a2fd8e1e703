package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What a control unit is to run, as the director's metadata told the vehicle.
 *
 * @param sha256 of the whole signed image, lower-case hexadecimal
 * @param length of it in bytes
 */
record Target(String ecu, String version, String sha256, long length, String filename) {
    /** The targets of the last metadata that the vehicle received; none before. */
    static List<Target> of(History history) {
        return Past.last(
                        history,
                        Kind.HTTP,
                        Radio.vehicle()
                                .and(Radio.path("/director/targets.json"))
                                .and(Radio.status(200)))
                .map(entry -> Radio.response(entry)
                        .path("signed")
                        .path("targets")
                        .valueStream()
                        .map(Target::read)
                        .toList())
                .orElse(List.of());
    }

    private static Target read(JsonNode json) {
        return new Target(
                json.path("ecu").asString(""),
                json.path("version").asString(""),
                json.path("sha256").asString(""),
                json.path("length").asLong(0),
                json.path("filename").asString(""));
    }

    /** A boot of this control unit into its application with exactly this image. */
    Predicate<Entry> booted() {
        return entry -> entry.is("ecu", ecu)
                && entry.is("from", "application")
                && entry.is("sha256", sha256)
                && entry.flag("complete");
    }
}
