package dev.underpin.vehicle.telematics.update;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The telematics unit's store for images; survives power loss. Confined to the scheduler's thread. */
public final class ImageStore {
    private final Map<String, File> files = new LinkedHashMap<>();
    private long capacity;

    /** A store of {@code capacity} bytes. */
    public ImageStore(long capacity) {
        this.capacity = capacity;
    }

    /** How many bytes fit. */
    public long capacity() {
        return capacity;
    }

    /** Changes how many bytes fit, as other software of the unit takes or frees space. */
    public void capacity(long bytes) {
        capacity = bytes;
    }

    /** Bytes left, the files that are begun counted whole. */
    public long free() {
        return capacity
                - files.values().stream().mapToLong(it -> it.content.length).sum();
    }

    /** Makes room for a file of {@code length} bytes; keeps what is there if it was begun with the same length. False when it does not fit. */
    public boolean open(String name, long length) {
        File begun = files.get(name);
        if (begun != null && begun.content.length == length) {
            return true;
        }
        files.remove(name);
        if (length > free() || length > Integer.MAX_VALUE - 8) {
            return false;
        }
        files.put(name, new File(new byte[(int) length]));
        return true;
    }

    /** Adds bytes behind those received; what is longer than the file is not taken. */
    public void append(String name, byte[] bytes) {
        File file = file(name);
        int taken = Math.min(bytes.length, file.content.length - file.received);
        System.arraycopy(bytes, 0, file.content, file.received, taken);
        file.received += taken;
    }

    /** Bytes received so far; 0 when there is no such file. */
    public long received(String name) {
        File file = files.get(name);
        return file == null ? 0 : file.received;
    }

    /** Whether every image of a bundle was received whole. */
    boolean holds(Bundle bundle) {
        return bundle.targets().stream().allMatch(it -> received(it.filename()) == it.length());
    }

    /** The files that were begun. */
    public Set<String> names() {
        return Set.copyOf(files.keySet());
    }

    /** What was received so far; not to be changed. */
    public byte[] read(String name) {
        File file = file(name);
        return file.received == file.content.length ? file.content : Arrays.copyOf(file.content, file.received);
    }

    /** Throws the file's bytes away and begins it anew. */
    public void restart(String name) {
        file(name).received = 0;
    }

    /** Deletes every file but those named. */
    public void keepOnly(Collection<String> names) {
        files.keySet().retainAll(names);
    }

    /** Deletes every file. */
    public void clear() {
        files.clear();
    }

    private File file(String name) {
        File file = files.get(name);
        if (file == null) {
            throw new IllegalStateException("no file " + name + " was opened");
        }
        return file;
    }

    private static final class File {
        private final byte[] content;
        private int received;

        File(byte[] content) {
            this.content = content;
        }
    }
}
