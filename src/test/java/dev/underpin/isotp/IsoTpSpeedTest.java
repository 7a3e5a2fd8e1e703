package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a transfer makes of the line, in vehicle time, and what it allocates. */
class IsoTpSpeedTest {
    private static final int LENGTH = 65_000;

    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
    private final List<NResult> results = new ArrayList<>();
    private final byte[] room = new byte[LENGTH];

    private IsoTpEndpoint sender(IsoTpParameters parameters) {
        IsoTpEndpoint ecu = new IsoTpEndpoint(time, bus.attach("ecu"), IsoTpAddress.normal(0x7E8, 0x7E0), parameters);
        ecu.listen(new IsoTpListener() {
            @Override
            public byte[] room(int length) {
                return length == LENGTH ? room : new byte[length];
            }

            @Override
            public void message(byte[] data, boolean functional) {}
        });
        return new IsoTpEndpoint(time, bus.attach("tester"), IsoTpAddress.normal(0x7E0, 0x7E8), parameters);
    }

    @ParameterizedTest(name = "frames of {0} bytes")
    @ValueSource(ints = {8, 64})
    void withoutBlocksAndSeparationATransferTakes98PercentOfWhatTheLineCarries(int txDl) {
        IsoTpParameters parameters = txDl == 8 ? IsoTpParameters.classic() : IsoTpParameters.fd(txDl);
        byte[] message = new Entropy(7).bytes(4095);
        long[] carried = {0, 0};
        bus.observe((at, node, frame) -> {
            if (frame.at(0) >>> 4 == 2 && frame.length() == txDl) {
                carried[0] += txDl - 1;
                carried[1] += FrameLength.nanos(frame, bus.timing());
            }
        });
        IsoTpEndpoint sender = sender(parameters);
        long[] ended = {0};

        sender.send(message, result -> ended[0] = time.now());
        time.runUntil(Nanos.MINUTE);

        double line = (double) carried[0] / carried[1];
        assertThat(4095.0 / ended[0] / line).isBetween(0.98, 1.0);
    }

    @ParameterizedTest(name = "frames of {0} bytes")
    @ValueSource(ints = {8, 64})
    void aConsecutiveFrameAllocatesNothing(int txDl) {
        IsoTpEndpoint sender = sender(txDl == 8 ? IsoTpParameters.classic() : IsoTpParameters.fd(txDl));
        byte[] message = new Entropy(7).bytes(LENGTH);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long frames = LENGTH / (txDl - 1);
        long allocated = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            sender.send(message, results::add);
            time.runUntil(time.now() + Nanos.MINUTE);
            allocated = Math.min(allocated, thread.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(results).hasSize(5).containsOnly(NResult.N_OK);
        assertThat(allocated).as("bytes for %d frames", frames).isLessThan(2 * frames);
    }

    @Test
    void aFrameThatWasGivenUpOnTheWireIsNotChangedAnyMore() {
        List<CanFrame> heard = new ArrayList<>();
        bus.observe((at, node, frame) -> heard.add(frame.kept()));
        IsoTpParameters hasty = IsoTpParameters.classic()
                .withTimeouts(new IsoTpParameters.Timeouts(100 * Nanos.MICROSECOND, Nanos.SECOND, Nanos.SECOND));
        IsoTpEndpoint sender = sender(hasty);

        sender.send(new byte[] {1, 1, 1}, results::add);
        sender.send(new byte[] {2, 2, 2}, results::add);
        time.runUntil(Nanos.SECOND);

        assertThat(results).containsExactly(NResult.N_TIMEOUT_A, NResult.N_TIMEOUT_A);
        assertThat(heard).first().hasToString("7E0#03010101CCCCCCCC");
    }
}
