package dev.underpin.cloud.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One ECU's software in a release.
 *
 * @param ecu the ECU that it is for
 * @param hardware hardware number that the ECU must have (DID F191)
 * @param version software version (DID F195)
 * @param releaseCounter number that a boot loader never lets fall
 * @param size length of the image file in bytes, of a generated image
 * @param file a ready image file, instead of a generated one
 * @param dependsOn ECUs of the same release that must be flashed before
 */
public record ImageSpec(
        String ecu,
        String hardware,
        String version,
        long releaseCounter,
        long size,
        Optional<Path> file,
        List<String> dependsOn) {
    public ImageSpec {
        dependsOn = List.copyOf(dependsOn);
    }
}
