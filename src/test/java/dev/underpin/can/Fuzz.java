package dev.underpin.can;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * How much is thrown at decoders: {@code -Dfuzz=20} multiplies the usual number of rounds, for a long run by hand. With
 * {@code -Dfuzz=200} each decoder of {@link #ROUNDS} gets ten million inputs.
 */
public final class Fuzz {
    /** The usual number of inputs for one decoder. */
    public static final int ROUNDS = rounds(50_000);

    /** No input may make its decoder allocate more; the longest input is 8 KiB, and the first one loads classes. */
    private static final long MOST_BYTES = 8 << 20;

    private Fuzz() {}

    public static int rounds(int usual) {
        return usual * Integer.getInteger("fuzz", 1);
    }

    /** Gives inputs to a decoder. */
    @FunctionalInterface
    public interface Decoder {
        /** How many of {@code input} were refused, with the reason; what it throws is the decoder's failure. */
        int refused(byte[] input) throws Exception;
    }

    /**
     * Decodes {@code rounds} inputs, {@code each} in one piece; none may crash the decoder or make it allocate without bound.
     *
     * @return how many were refused
     */
    public static long run(int rounds, int each, Supplier<byte[]> inputs, Decoder decoder) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long refused = 0;
        for (int done = 0; done < rounds; done += each) {
            byte[] input = inputs.get();
            long before = thread.getCurrentThreadAllocatedBytes();
            try {
                refused += decoder.refused(input);
            } catch (Exception | AssertionError | StackOverflowError broken) {
                return fail("input " + HexFormat.of().formatHex(input), broken);
            }
            if (thread.getCurrentThreadAllocatedBytes() - before > MOST_BYTES) {
                assertThat(thread.getCurrentThreadAllocatedBytes() - before)
                        .as("bytes allocated for input %s", HexFormat.of().formatHex(input))
                        .isLessThanOrEqualTo(MOST_BYTES);
            }
        }
        return refused;
    }
}
