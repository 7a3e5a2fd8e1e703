package dev.underpin.cloud.image;

import dev.underpin.mistake.UserMistake;
import dev.underpin.mistake.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a release catalogue: checked against its schema, then against what a schema cannot say. */
final class CatalogueReader {
    private static final long KIB = 1024;

    private final Path file;

    CatalogueReader(Path file) {
        this.file = file;
    }

    ReleaseCatalogue read() {
        CatalogueText text = YamlFile.read(file, CatalogueReader.class, "releases.schema.json", CatalogueText.class);
        Map<String, Release> releases = new LinkedHashMap<>();
        text.releases.forEach((id, release) -> releases.put(id, release(id, release)));
        Release base = releases.get(text.base);
        if (base == null) {
            throw wrong("base", "one of " + releases.keySet(), text.base);
        }
        return new ReleaseCatalogue(file, base, releases, orEmpty(text.diagnosticsMinimum));
    }

    private Release release(String id, ReleaseText text) {
        List<ImageSpec> images = new ArrayList<>();
        for (ImageText image : text.images) {
            images.add(image("releases.%s.images.%d".formatted(id, images.size()), image, images));
        }
        return new Release(
                id,
                text.version,
                text.title,
                text.purpose,
                text.criticality,
                orEmpty(text.notes),
                orEmpty(text.functionsUnavailable),
                orEmpty(text.instructions),
                text.downloadSeconds,
                text.installSeconds,
                images);
    }

    private ImageSpec image(String at, ImageText text, List<ImageSpec> before) {
        List<String> known = before.stream().map(ImageSpec::ecu).toList();
        if (known.contains(text.ecu)) {
            throw wrong(at + ".ecu", "an ECU that the release has no image for yet", text.ecu);
        }
        List<String> dependsOn = orEmpty(text.dependsOn);
        for (String needed : dependsOn) {
            if (!known.contains(needed)) {
                throw wrong(at + ".dependsOn", "only ECUs whose image stands before this one: " + known, needed);
            }
        }
        return new ImageSpec(
                text.ecu,
                text.hardware,
                text.version,
                text.releaseCounter,
                text.size == null ? 0 : size(text.size),
                Optional.ofNullable(text.file).map(name -> existing(at, name)),
                dependsOn);
    }

    private Path existing(String at, String name) {
        Path image = file.toAbsolutePath().resolveSibling(name).normalize();
        if (!Files.isRegularFile(image)) {
            throw wrong(at + ".file", "an existing image file", name);
        }
        return image;
    }

    private UserMistake wrong(String field, String expected, String found) {
        return UserMistake.in(file.toString(), "field " + field, expected, "'" + found + "'");
    }

    private static long size(String text) {
        String[] parts = text.split(" ");
        return Long.parseLong(parts[0]) * (parts[1].equals("MiB") ? KIB * KIB : KIB);
    }

    private static List<String> orEmpty(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> texts) {
        return texts == null ? Map.of() : texts;
    }

    /** The file as its schema has it. */
    private record CatalogueText(
            String base,
            @Nullable LinkedHashMap<String, String> diagnosticsMinimum,
            LinkedHashMap<String, ReleaseText> releases) {}

    /** A release in the file. */
    private record ReleaseText(
            String version,
            String title,
            String purpose,
            String criticality,
            @Nullable List<String> notes,
            @Nullable List<String> functionsUnavailable,
            @Nullable List<String> instructions,
            long downloadSeconds,
            long installSeconds,
            List<ImageText> images) {}

    /** An image in the file. */
    private record ImageText(
            String ecu,
            String hardware,
            String version,
            long releaseCounter,
            @Nullable String size,
            @Nullable String file,
            @Nullable List<String> dependsOn) {}
}
