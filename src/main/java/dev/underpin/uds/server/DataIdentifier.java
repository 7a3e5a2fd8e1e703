package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A data identifier (DID) of an ECU (ISO 14229-1:2020 annex C.1).
 *
 * @param id two bytes
 * @param name for people
 * @param length bytes of its data; writes have to bring exactly these
 * @param readAccess from where it may be read, null when it cannot
 * @param reader gives the current data; may throw {@link dev.underpin.uds.NegativeResponse}
 * @param writeAccess from where it may be written, null when it cannot
 * @param valid whether new data of the right length is in range, else 0x31
 * @param writer takes new data: {@link Nrc#POSITIVE}, or why not (0x22, 0x72)
 */
public record DataIdentifier(
        int id,
        String name,
        int length,
        @Nullable Access readAccess,
        Supplier<byte[]> reader,
        @Nullable Access writeAccess,
        Predicate<byte[]> valid,
        Function<byte[], Nrc> writer) {

    /** Readable from every session. */
    public static DataIdentifier readOnly(int id, String name, int length, Supplier<byte[]> reader) {
        return new DataIdentifier(
                id, name, length, Access.ANYWHERE, reader, null, data -> true, data -> Nrc.OUT_OF_RANGE);
    }

    /** The same, readable only with {@code access}. */
    public DataIdentifier readableWith(Access access) {
        return new DataIdentifier(id, name, length, access, reader, writeAccess, valid, writer);
    }

    /** The same, writable with {@code access}. */
    public DataIdentifier writableWith(Access access, Function<byte[], Nrc> newWriter) {
        return new DataIdentifier(id, name, length, readAccess, reader, access, valid, newWriter);
    }

    /** The same, taking only data that satisfies {@code newValid}. */
    public DataIdentifier accepting(Predicate<byte[]> newValid) {
        return new DataIdentifier(id, name, length, readAccess, reader, writeAccess, newValid, writer);
    }
}
