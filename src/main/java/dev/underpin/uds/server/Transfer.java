package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import java.nio.ByteBuffer;

/** The ECU's side of a download (services 0x34, 0x36, 0x37, ISO 14229-1:2020 clause 15); order, counter and sizes are the server's care. */
public interface Transfer {
    /** From where a download may be asked for. */
    Access access();

    /** Whether the range can be written at all; else 0x31, before security and conditions are looked at. */
    default boolean covers(long address, long size) {
        return true;
    }

    /**
     * A download is asked for.
     *
     * @param address first address to write
     * @param size bytes that will come
     * @return maxNumberOfBlockLength: bytes of the longest 0x36 request, service identifier and counter included
     * @throws NegativeResponse 0x22 or 0x70 when it cannot be now
     */
    int requestDownload(long address, long size);

    /** Whether a block of so many bytes makes sense to the memory at all; else 0x31. */
    default boolean accepts(int bytes) {
        return true;
    }

    /**
     * The next bytes.
     *
     * @param data a read-only view that is valid until the answer
     * @param answer positive without record, or 0x72, 0x92, 0x93; the same block may then come again
     */
    void write(ByteBuffer data, Answer answer);

    /** All bytes have come; positive when they are safe in the memory. */
    void exit(Answer answer);

    /** The download ended before its exit: session change, session timeout or reset. */
    void abort();
}
