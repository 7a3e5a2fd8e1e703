package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a tester may transfer (service 0x38). */
public interface FileStore {
    /** From where. */
    Access access();

    /** The names, in order. */
    List<String> names();

    /** The content of a file, or null when there is none of that name. */
    byte @Nullable [] read(String name);

    /** Whether a file of that name and size could be kept. */
    boolean hasRoom(String name, long size);

    /** Keeps a file: {@link Nrc#POSITIVE}, or why not (0x72). */
    Nrc write(String name, byte[] content);

    /** Removes a file. */
    Nrc delete(String name);
}
