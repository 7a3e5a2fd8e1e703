package dev.underpin.uds.client;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Sid;
import java.nio.ByteBuffer;

/**
 * How long answers may take: as the tester is set, and longer if the ECU says in its answer to 0x10 that it needs longer (ISO
 * 14229-1:2020, 10.2: P2 in 1 ms, P2* in 10 ms; ISO 14229-2: the client adds what the network takes).
 */
final class Patience {
    private static final long NETWORK = 50 * Nanos.MILLISECOND;
    private static final int LENGTH = 6;

    private final ClientTiming timing;
    private long p2;
    private long p2Star;

    Patience(ClientTiming timing) {
        this.timing = timing;
        p2 = timing.p2();
        p2Star = timing.p2Star();
    }

    long p2() {
        return p2;
    }

    long p2Star() {
        return p2Star;
    }

    /** Takes the times out of a positive answer to 0x10; passes over any other. */
    void learn(byte[] answer) {
        if (answer.length == LENGTH && (answer[0] & 0xFF) == Sid.SESSION_CONTROL + Sid.POSITIVE_OFFSET) {
            p2 = Math.max(timing.p2(), number(answer, 2) * Nanos.MILLISECOND + NETWORK);
            p2Star = Math.max(timing.p2Star(), number(answer, 4) * 10 * Nanos.MILLISECOND + NETWORK);
        }
    }

    private static long number(byte[] answer, int at) {
        return Short.toUnsignedLong(ByteBuffer.wrap(answer).getShort(at));
    }
}
