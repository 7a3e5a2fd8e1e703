package dev.underpin.cloud.image;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a release catalogue: YAML, checked against its schema, then against what a schema cannot say. */
final class CatalogueReader {
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final long KIB = 1024;

    private final Path file;

    CatalogueReader(Path file) {
        this.file = file;
    }

    ReleaseCatalogue read() {
        JsonNode root = tree();
        checkSchema(root);
        Map<String, Release> releases = new LinkedHashMap<>();
        root.path("releases").properties().forEach(entry -> releases.put(
                entry.getKey(), release(entry.getKey(), entry.getValue())));
        String baseId = root.path("base").asString();
        Release base = releases.get(baseId);
        if (base == null) {
            throw new CatalogueError(file, "base", "the name of a release", baseId);
        }
        Map<String, String> minimum = new LinkedHashMap<>();
        root.path("diagnosticsMinimum").properties().forEach(entry -> minimum.put(
                entry.getKey(), entry.getValue().asString()));
        return new ReleaseCatalogue(file, base, releases, minimum);
    }

    private JsonNode tree() {
        if (!Files.isRegularFile(file)) {
            throw new CatalogueError(file, "(the file)", "a release catalogue", "no such file");
        }
        try {
            return YAML.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException e) {
            String where = "line " + e.getLocation().getLineNr();
            throw new CatalogueError(file, where, "well-formed YAML", e.getOriginalMessage());
        }
    }

    private void checkSchema(JsonNode root) {
        for (Error error : Holder.SCHEMA.validate(root)) {
            throw new CatalogueError(
                    file,
                    field(error.getInstanceLocation().toString(), Optional.ofNullable(error.getProperty())),
                    error.getMessage(),
                    Optional.ofNullable(error.getInstanceNode()).map(CatalogueReader::shortened).orElse("nothing"));
        }
    }

    private Release release(String id, JsonNode node) {
        String at = "releases." + id;
        List<ImageSpec> images = new ArrayList<>();
        node.path("images").forEach(image -> images.add(image(at + ".images[" + images.size() + "]", image, images)));
        return new Release(
                id,
                node.path("version").asString(),
                node.path("title").asString(),
                node.path("purpose").asString(),
                node.path("criticality").asString(),
                texts(node.path("notes")),
                texts(node.path("functionsUnavailable")),
                texts(node.path("instructions")),
                node.path("downloadSeconds").asLong(),
                node.path("installSeconds").asLong(),
                images);
    }

    private ImageSpec image(String at, JsonNode node, List<ImageSpec> before) {
        String ecu = node.path("ecu").asString();
        List<String> known = before.stream().map(ImageSpec::ecu).toList();
        if (known.contains(ecu)) {
            throw new CatalogueError(file, at + ".ecu", "an ECU that the release has no image for yet", ecu);
        }
        List<String> dependsOn = texts(node.path("dependsOn"));
        for (String needed : dependsOn) {
            if (!known.contains(needed)) {
                throw new CatalogueError(
                        file, at + ".dependsOn", "ECUs whose image stands before this one " + known, needed);
            }
        }
        return new ImageSpec(
                ecu,
                node.path("hardware").asString(),
                node.path("version").asString(),
                node.path("releaseCounter").asLong(),
                node.has("size") ? size(node.path("size").asString()) : 0,
                node.has("file") ? Optional.of(existing(at, node.path("file").asString())) : Optional.empty(),
                dependsOn);
    }

    private Path existing(String at, String name) {
        Path image = file.toAbsolutePath().resolveSibling(name).normalize();
        if (!Files.isRegularFile(image)) {
            throw new CatalogueError(file, at + ".file", "an existing image file", name + " (no such file)");
        }
        return image;
    }

    private static long size(String text) {
        String[] parts = text.split(" ");
        return Long.parseLong(parts[0]) * (parts[1].equals("MiB") ? KIB * KIB : KIB);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String field(String pointer, Optional<String> property) {
        StringBuilder field = new StringBuilder();
        for (String part : pointer.split("/")) {
            if (part.chars().allMatch(Character::isDigit) && !part.isEmpty()) {
                field.append('[').append(part).append(']');
            } else if (!part.isEmpty()) {
                field.append(field.isEmpty() ? "" : ".").append(part);
            }
        }
        property.ifPresent(name -> field.append(field.isEmpty() ? "" : ".").append(name));
        return field.isEmpty() ? "(the whole file)" : field.toString();
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    /** The schema, loaded when the first catalogue is read. */
    private static final class Holder {
        static final Schema SCHEMA = load();

        private static Schema load() {
            try (InputStream in = CatalogueReader.class.getResourceAsStream("releases.schema.json")) {
                if (in == null) {
                    throw new IllegalStateException("releases.schema.json is not beside this class");
                }
                return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(in, InputFormat.JSON);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the schema of release catalogues", e);
            }
        }
    }
}
