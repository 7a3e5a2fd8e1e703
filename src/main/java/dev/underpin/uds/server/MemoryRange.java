package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import org.jspecify.annotations.Nullable;

/**
 * A range of memory that a tester may reach by address (services 0x23, 0x2C 02, 0x35, 0x3D of ISO 14229-1:2020).
 *
 * @param address first address
 * @param size bytes
 * @param readAccess from where it may be read, null when it cannot
 * @param writeAccess from where it may be written, null when it cannot
 * @param memory the cells
 */
public record MemoryRange(
        long address,
        long size,
        @Nullable Access readAccess,
        @Nullable Access writeAccess,
        Memory memory) {
    boolean covers(MemoryAddress asked) {
        return asked.size() > 0 && asked.address() >= address && asked.address() + asked.size() <= address + size;
    }

    byte[] read(MemoryAddress asked) {
        return memory.read((int) (asked.address() - address), (int) asked.size());
    }

    /** Cells, addressed from the range's first. */
    public interface Memory {
        /** The bytes there. */
        byte[] read(int offset, int length);

        /** Whether they can be uploaded (0x35) now: {@link Nrc#POSITIVE}, or why not (0x70). */
        default Nrc upload() {
            return Nrc.POSITIVE;
        }

        /** Changes them: {@link Nrc#POSITIVE}, or why not (0x22, 0x72). */
        Nrc write(int offset, byte[] data);
    }
}
