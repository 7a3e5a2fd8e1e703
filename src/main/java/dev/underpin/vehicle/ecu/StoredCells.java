package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.MemoryRange;
import dev.underpin.vehicle.ecu.table.MemorySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Cells of a memory range, kept in memory that survives power loss; FF where nothing was written. */
final class StoredCells implements MemoryRange.Memory {
    private final MemorySpec range;
    private final NonVolatile storage;

    StoredCells(MemorySpec range, NonVolatile storage) {
        this.range = range;
        this.storage = storage;
    }

    @Override
    public byte[] read(int offset, int length) {
        return Arrays.copyOfRange(cells(), offset, offset + length);
    }

    @Override
    public Nrc write(int offset, byte[] data) {
        byte[] cells = cells();
        System.arraycopy(data, 0, cells, offset, data.length);
        storage.put(key(), HexFormat.of().formatHex(cells));
        return Nrc.POSITIVE;
    }

    private byte[] cells() {
        return storage.get(key()).map(HexFormat.of()::parseHex).orElseGet(() -> {
            byte[] empty = new byte[range.size()];
            Arrays.fill(empty, (byte) 0xFF);
            return empty;
        });
    }

    private String key() {
        return "memory." + range.name();
    }
}
