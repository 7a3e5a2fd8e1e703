package dev.underpin.uds.server;

/** A download between its 0x34 and its 0x37: block counter and bytes still to come. */
final class ActiveDownload {
    private static final int NONE = -1;

    private final int maxBlockLength;
    private long remaining;
    private int expected = 1;
    private int previous = NONE;

    ActiveDownload(int maxBlockLength, long size) {
        this.maxBlockLength = maxBlockLength;
        this.remaining = size;
    }

    int maxBlockLength() {
        return maxBlockLength;
    }

    boolean isNext(int counter) {
        return counter == expected;
    }

    boolean isRepeat(int counter) {
        return counter == previous;
    }

    boolean fits(int bytes) {
        return bytes <= remaining;
    }

    boolean complete() {
        return remaining == 0;
    }

    void written(int bytes) {
        remaining -= bytes;
        previous = expected;
        expected = expected + 1 & 0xFF;
    }
}
