package dev.underpin.uds.server;

/** A transfer between its request (0x34, 0x35 or 0x38) and its 0x37: block counter and bytes still to come. */
final class ActiveTransfer {
    private static final int NONE = -1;
    private static final int HEADER = 2;

    private final TransferEnd end;
    private final int maxBlockLength;
    private long remaining;
    private int expected = 1;
    private int previous = NONE;
    private byte[] answered = {};

    ActiveTransfer(TransferEnd end, int maxBlockLength, long size) {
        this.end = end;
        this.maxBlockLength = maxBlockLength;
        this.remaining = size;
    }

    TransferEnd end() {
        return end;
    }

    int maxBlockLength() {
        return maxBlockLength;
    }

    /** Bytes of the next block of an upload. */
    int nextLength() {
        return (int) Math.min(maxBlockLength - HEADER, remaining);
    }

    boolean isNext(int counter) {
        return counter == expected;
    }

    boolean isRepeat(int counter) {
        return counter == previous;
    }

    /** What the block before was answered with. */
    byte[] answered() {
        return answered;
    }

    boolean fits(int bytes) {
        return bytes <= remaining;
    }

    boolean complete() {
        return remaining == 0;
    }

    /** The next block of {@code bytes} is over, answered with {@code record}. */
    void moved(int bytes, byte[] record) {
        remaining -= bytes;
        previous = expected;
        expected = expected + 1 & 0xFF;
        answered = record;
    }
}
