package dev.underpin.bench;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The traffic that buses are measured with: 20 nodes, 6 messages each, 8 bytes, periods from 10 to 100 ms times 1.55; at 500 kbit/s a bus
 * load of 0.7. Contents take turns, so that lengths vary as stuffing has it.
 */
final class Traffic {
    static final long BIT_RATE = 500_000;
    static final int NODES = 20;

    private static final int MESSAGES = 6;
    private static final int CONTENTS = 16;
    private static final int[] PERIODS = {10, 20, 20, 50, 100, 100};
    private static final double STRETCH = 1.55;

    private Traffic() {}

    /**
     * A cyclic message.
     *
     * @param period nanoseconds
     * @param offset nanoseconds before it is first sent
     */
    record Message(int node, long period, long offset, CanFrame[] contents) {
        CanFrame content(long sent) {
            return contents[(int) (sent & (CONTENTS - 1))];
        }
    }

    static List<Message> messages() {
        Entropy entropy = new Entropy(7);
        return IntStream.range(0, NODES * MESSAGES)
                .mapToObj(number -> message(number, entropy))
                .toList();
    }

    private static Message message(int number, Entropy entropy) {
        int node = number % NODES;
        long period = (long) (PERIODS[number / NODES] * STRETCH * Nanos.MILLISECOND);
        CanFrame[] contents = new CanFrame[CONTENTS];
        for (int i = 0; i < CONTENTS; i++) {
            contents[i] = CanFrame.classic(0x100 + 5 * number, entropy.bytes(8));
        }
        return new Message(node, period, entropy.below(period), contents);
    }
}
