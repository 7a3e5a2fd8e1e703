package dev.underpin.rig.lease;

import dev.underpin.rig.RigError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file behind a lease: locked (fcntl, whole file) as long as its owner lives, and holding one JSON object that says who he is. The
 * kernel takes the lock from a process that ended in whatever way, the text stays: text without a lock is what a killed run left. It is
 * emptied and never deleted, so that no two processes can lock two files of one name. Every user of the machine may take it.
 */
final class LeaseFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 64 * 1024;
    private static final int ATTEMPTS = 3;
    /** Everybody may add files, only their owners take them away. */
    private static final int SHARED_FOLDER = 01777;

    private final Path path;
    private final FileChannel channel;
    private @Nullable FileLock lock;

    private LeaseFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens the file and makes it where it is not there yet, with its folder. */
    static LeaseFile open(Path path) {
        try {
            makeFolder(path.toAbsolutePath().getParent());
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    // Without CREATE: in folders like /tmp Linux refuses that for files of others
                    // (fs.protected_regular).
                    return new LeaseFile(
                            path,
                            FileChannel.open(
                                    path,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    LinkOption.NOFOLLOW_LINKS));
                } catch (NoSuchFileException none) {
                    make(path);
                }
            }
            throw new IOException("it comes and goes");
        } catch (IOException refused) {
            throw unusable(path, refused);
        }
    }

    /** Whether the lock was free and is ours now, until it is closed. */
    boolean lock() {
        try {
            lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException refused) {
            throw unusable(path, refused);
        }
    }

    /** Who wrote himself down; empty when the lease was given back, a holder unknown when the text is damaged. */
    Optional<Holder> holder() {
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MOST));
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
                // Reads on until all is there.
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(parsed(text));
        } catch (IOException refused) {
            throw unusable(path, refused);
        }
    }

    /** Writes down who has the lease now; null empties the file. */
    void write(@Nullable Holder holder) {
        try {
            channel.truncate(0);
            if (holder != null) {
                channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(holder)), 0);
            }
            channel.force(true);
        } catch (IOException refused) {
            throw unusable(path, refused);
        }
    }

    /** Closes the file, which also gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException refused) {
            throw unusable(path, refused);
        }
    }

    private static Holder parsed(String text) {
        try {
            return JSON.readValue(text, Holder.class);
        } catch (JacksonException damaged) {
            return new Holder("", "somebody unknown", "this machine", 0, java.time.Instant.EPOCH, "a run unknown");
        }
    }

    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        Files.setAttribute(folder, "unix:mode", SHARED_FOLDER);
    }

    private static void make(Path path) throws IOException {
        try {
            Files.createFile(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (FileAlreadyExistsException another) {
            // Somebody else was quicker: his is as good.
        }
    }

    private static RigError unusable(Path path, IOException why) {
        return new RigError(
                "lease file %s: expected a file that may be read and written, found: %s. Name another folder in the rig file (lease: {folder: ...}), or correct the rights"
                        .formatted(path, why));
    }
}
