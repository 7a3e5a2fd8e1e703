package dev.underpin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The catalogue of small releases with images a quarter as large and less: enough for these scenarios, and an emulated machine hashes slowly. */
final class TinyReleases {
    private static final String SMALL = "releases-small.yaml";

    private TinyReleases() {}

    /**
     * Writes the catalogue, and a rig file for it.
     *
     * @param rig the text of a rig file that names the catalogue of small releases
     * @param folder where both are written
     * @return the rig file
     */
    static Path rig(String rig, Path folder) throws IOException {
        String small = Files.readString(Path.of("rigs", SMALL));
        Path catalogue = Files.createTempFile(folder, "releases-tiny", ".yaml");
        Files.writeString(
                catalogue,
                small.replace("size: 256 KiB", "size: 64 KiB")
                        .replace("size: 128 KiB", "size: 32 KiB")
                        .replaceAll("size: 10? MiB", "size: 256 KiB"));
        Path made = Files.createTempFile(folder, "tiny", ".yaml");
        return Files.writeString(made, rig.replace(": " + SMALL, ": " + catalogue.toAbsolutePath()));
    }
}
