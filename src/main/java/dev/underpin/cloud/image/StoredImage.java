package dev.underpin.cloud.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An image file that lies ready, mapped into memory: reading a range copies that range and nothing else.
 *
 * <p>Immutable and thread-safe; the mapping ends when nothing refers to it.
 */
public final class StoredImage {
    private final ImageSpec spec;
    private final Path path;
    private final String sha256;
    private final MemorySegment content;

    StoredImage(ImageSpec spec, Path path, String sha256, MemorySegment content) {
        this.spec = spec;
        this.path = path;
        this.sha256 = sha256;
        this.content = content;
    }

    static MemorySegment map(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The same file as another release lists it. */
    StoredImage as(ImageSpec listed) {
        return listed.equals(spec) ? this : new StoredImage(listed, path, sha256, content);
    }

    /** What the catalogue says of it. */
    public ImageSpec spec() {
        return spec;
    }

    /** Where the file lies. */
    public Path path() {
        return path;
    }

    /** Length of the file in bytes. */
    public long length() {
        return content.byteSize();
    }

    /** SHA-256 of the whole file, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The name under which it is downloaded: its hash, its ECU and its version. */
    public String filename() {
        return sha256 + "." + spec.ecu() + "-" + spec.version() + ".upi";
    }

    /** {@code length} bytes from {@code offset}. */
    public byte[] read(long offset, int length) {
        return content.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /** The whole file. */
    public byte[] bytes() {
        return read(0, Math.toIntExact(length()));
    }
}
