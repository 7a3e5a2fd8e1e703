package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the manufacturer offered, as the vehicle received it.
 *
 * @param features what is new
 * @param received the exchange that brought it
 */
record Release(String version, List<String> features, Entry received) {
    /** The last offer that the vehicle received. */
    static Optional<Release> of(History history) {
        return Past.last(
                        history,
                        Kind.HTTP,
                        Radio.vehicle().and(Radio.path("/offer")).and(Radio.status(200)))
                .map(Release::read);
    }

    private static Release read(Entry entry) {
        JsonNode offer = Radio.response(entry);
        return new Release(
                offer.path("version").asString(""),
                offer.path("notes").valueStream().map(it -> it.asString("")).toList(),
                entry);
    }

    /** The first feature that a view does not name. */
    Optional<String> featureMissingIn(Entry view) {
        return features.stream().filter(it -> !view.text("text").contains(it)).findFirst();
    }
}
