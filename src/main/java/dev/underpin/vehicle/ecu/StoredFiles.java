package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.FileStore;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of a control unit, kept in memory that survives power loss; for testers in the extended session, unlocked. */
final class StoredFiles implements FileStore {
    private static final String PREFIX = "file.";

    /** Bytes that the directory takes for each file, so that empty files fill it too. */
    private static final int ENTRY = 256;

    private final int room;
    private final NonVolatile storage;

    StoredFiles(int room, NonVolatile storage) {
        this.room = room;
        this.storage = storage;
    }

    @Override
    public Access access() {
        return Access.in(Session.EXTENDED).unlocked(1);
    }

    @Override
    public List<String> names() {
        return storage.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }

    @Override
    public byte @Nullable [] read(String name) {
        return storage.get(PREFIX + name).map(HexFormat.of()::parseHex).orElse(null);
    }

    @Override
    public boolean hasRoom(String name, long size) {
        if (name.length() > ENTRY) {
            return false;
        }
        long others = names().stream()
                .filter(other -> !other.equals(name))
                .mapToLong(
                        other -> ENTRY + storage.get(PREFIX + other).orElse("").length() / 2)
                .sum();
        return others + ENTRY + size <= room;
    }

    @Override
    public Nrc write(String name, byte[] content) {
        storage.put(PREFIX + name, HexFormat.of().formatHex(content));
        return Nrc.POSITIVE;
    }

    @Override
    public Nrc delete(String name) {
        storage.remove(PREFIX + name);
        return Nrc.POSITIVE;
    }
}
