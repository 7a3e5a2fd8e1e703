package dev.underpin.cloud.image;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/**
 * An image file as somebody hands it over, to be written to a control unit as it is. Whether its signature holds is for the control unit
 * to say.
 *
 * @param ecu the control unit that it says it is for
 * @param hardware the hardware number that it says it runs on
 * @param version its software version
 * @param releaseCounter number that grows with every release
 * @param bytes the whole file
 */
public record UpdateImage(String ecu, String hardware, String version, long releaseCounter, byte[] bytes) {
    private static final long LONGEST = 1L << 30;

    /**
     * Reads an image file.
     *
     * @throws UserMistake when it is none
     */
    public static UpdateImage read(Path file) {
        byte[] bytes = bytes(file);
        ObjectNode header = ImageFile.header(MemorySegment.ofArray(bytes))
                .orElseThrow(() -> mistake(file, "something else (%d bytes)".formatted(bytes.length)));
        long missing = ImageFile.missing(
                MemorySegment.ofArray(bytes), header.path("length").asLong(-1));
        if (missing != 0) {
            throw mistake(
                    file,
                    "one of which %d bytes are %s".formatted(Math.abs(missing), missing > 0 ? "missing" : "too many"));
        }
        return new UpdateImage(
                header.path("ecu").asString(""),
                header.path("hardware").asString(""),
                header.path("version").asString(""),
                header.path("releaseCounter").asLong(0),
                bytes);
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw mistake(file, Files.exists(file) ? "something that is no file" : "no such file");
            }
            long size = Files.size(file);
            if (size > LONGEST) {
                throw mistake(file, "%d bytes".formatted(size));
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw mistake(file, "one that cannot be read: " + unreadable.getMessage());
        }
    }

    private static UserMistake mistake(Path file, String found) {
        return UserMistake.in(file.toString(), "", "a whole image file (UPI1)", found);
    }
}
