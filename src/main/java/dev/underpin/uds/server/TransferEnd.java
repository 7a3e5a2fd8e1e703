package dev.underpin.uds.server;

import java.nio.ByteBuffer;

/** What the blocks of a transfer are written to or read from. */
interface TransferEnd {
    /** Whether blocks go to the tester. */
    boolean upload();

    /** Whether a block of so many bytes is in range, else 0x31. */
    default boolean accepts(int bytes) {
        return true;
    }

    /**
     * The next block.
     *
     * @param data what came; of an upload, empty with room for the bytes that are asked for
     * @param answer positive without record, or with the bytes of an upload
     */
    void block(ByteBuffer data, Answer answer);

    /** All bytes have passed. */
    void exit(Answer answer);

    /** The transfer ended before its exit. */
    void abort();
}
