package dev.underpin.cloud.image;

import dev.underpin.mistake.UserMistake;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The releases that a vehicle can have and be offered.
 *
 * @param file where it was read from
 * @param base the release that vehicles leave the factory with
 * @param releases all releases by their id, in the file's order
 * @param diagnosticsMinimum lowest software version per ECU with which remote diagnostics works
 */
public record ReleaseCatalogue(
        Path file, Release base, Map<String, Release> releases, Map<String, String> diagnosticsMinimum) {
    public ReleaseCatalogue {
        releases = Collections.unmodifiableMap(new LinkedHashMap<>(releases));
        diagnosticsMinimum = Collections.unmodifiableMap(new LinkedHashMap<>(diagnosticsMinimum));
    }

    /**
     * Reads a catalogue.
     *
     * @throws UserMistake when the file, a field or a named image file is missing or wrong
     */
    public static ReleaseCatalogue read(Path file) {
        return new CatalogueReader(file).read();
    }

    /**
     * The release {@code id}.
     *
     * @throws UserMistake when there is none
     */
    public Release release(String id) {
        Release release = releases.get(id);
        if (release == null) {
            throw UserMistake.in(file.toString(), "field releases", "one of " + releases.keySet(), "'" + id + "'");
        }
        return release;
    }
}
