package dev.underpin.cloud.image;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.Sha256;
import dev.underpin.mistake.UserMistake;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes and keeps image files. An image that the catalogue does not bring as a file is generated from its own description, so the
 * same description gives the same bytes on every machine, and stays in the cache folder for the next run. A cached file is used
 * only while its signature still covers its content; else it is made anew.
 *
 * <p>Thread-safe, and safe against other processes that use the same folder: files appear there whole or not at all. Meant to be
 * shared by all scenarios of a run.
 */
public final class ImageStore {
    private static final String RECIPE = "payload-1";

    private final Path cache;
    private final DevelopmentKeys keys;
    private final Map<String, StoredImage> images = new ConcurrentHashMap<>();

    /**
     * A store.
     *
     * @param cache folder for generated images; made when first needed
     * @param keys whose image signer signs them
     */
    public ImageStore(Path cache, DevelopmentKeys keys) {
        this.cache = cache;
        this.keys = keys;
    }

    /**
     * The image that {@code spec} describes, made if need be. Releases that name the same file share its content, not what else they
     * say of it.
     *
     * @throws UserMistake when a ready file is not an image file for that ECU
     */
    public StoredImage image(ImageSpec spec) {
        return images.computeIfAbsent(identity(spec), unknown -> make(spec)).as(spec);
    }

    private StoredImage make(ImageSpec spec) {
        return spec.file().map(file -> ready(spec, file)).orElseGet(() -> cached(spec));
    }

    private StoredImage cached(ImageSpec spec) {
        Path path = cache.resolve(
                spec.ecu() + "-" + spec.version() + "-" + identity(spec).substring(0, 12) + ".upi");
        if (Files.isRegularFile(path)) {
            MemorySegment content = StoredImage.map(path);
            if (content.byteSize() == spec.size()) {
                ImageFile.Check check =
                        ImageFile.check(content, keys.imageSigner().getPublic());
                if (check.genuine()) {
                    return new StoredImage(spec, path, check.sha256(), content);
                }
            }
        }
        String sha256 = new ImageWriter(keys.imageSigner()).write(spec, path);
        return new StoredImage(spec, path, sha256, StoredImage.map(path));
    }

    private StoredImage ready(ImageSpec spec, Path file) {
        MemorySegment content = StoredImage.map(file);
        ObjectNode header = ImageFile.header(content)
                .orElseThrow(() -> UserMistake.in(file.toString(), "", "an image file (UPI1)", "something else"));
        expect(file, header, "ecu", spec.ecu());
        expect(file, header, "hardware", spec.hardware());
        expect(file, header, "version", spec.version());
        expect(file, header, "releaseCounter", Long.toString(spec.releaseCounter()));
        return new StoredImage(
                spec,
                file,
                ImageFile.check(content, keys.imageSigner().getPublic()).sha256(),
                content);
    }

    private static void expect(Path file, ObjectNode header, String field, String expected) {
        String found = header.path(field).asString("nothing");
        if (!found.equals(expected)) {
            throw UserMistake.in(file.toString(), "header field " + field, expected, found);
        }
    }

    private static String identity(ImageSpec spec) {
        return Sha256.hex(String.join(
                "|",
                RECIPE,
                spec.ecu(),
                spec.hardware(),
                spec.version(),
                Long.toString(spec.releaseCounter()),
                Long.toString(spec.size()),
                spec.file().map(Path::toString).orElse("")));
    }
}
