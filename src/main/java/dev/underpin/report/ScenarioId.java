package dev.underpin.report;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * Which scenario it is.
 *
 * @param number its place in the run, from 1, in the order of files and lines
 * @param file the feature file as the user named it, or relative to the project
 * @param line the scenario's line, of an example its row
 * @param feature the feature's name
 * @param rule the rule's name, or empty
 * @param name the scenario's name, of an example with its values
 * @param example the row of the examples table as written, or empty
 */
public record ScenarioId(int number, String file, int line, String feature, String rule, String name, String example) {
    private static final int MAX_SLUG = 60;

    /** The same in every run, wherever the scenario stands in its file. */
    public String stableId() {
        String identity = String.join("\n", feature, rule, name, example);
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The same scenario at another place in the run. */
    public ScenarioId numbered(int another) {
        return new ScenarioId(another, file, line, feature, rule, name, example);
    }

    /** Number and name as the name of a folder. */
    public String folder() {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String slug = ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut =
                slug.length() <= MAX_SLUG ? slug : slug.substring(0, MAX_SLUG).replaceAll("-[^-]*$", "");
        return "%02d-%s".formatted(number, cut);
    }
}
