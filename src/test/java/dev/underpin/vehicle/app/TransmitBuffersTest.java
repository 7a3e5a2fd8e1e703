package dev.underpin.vehicle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransmitBuffersTest {
    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
    private final TransmitBuffers buffers = new TransmitBuffers(bus.attach("A"));
    private final CanPort peer = bus.attach("B");
    private final List<String> heard = new ArrayList<>();

    TransmitBuffersTest() {
        peer.listen(frame -> heard.add(frame.toString()));
    }

    @Test
    void frames_that_leave_in_time_are_all_sent() {
        for (int i = 1; i <= 3; i++) {
            buffers.send(CanFrame.classic(0x100, (byte) i));
            time.runUntil(i * Nanos.MILLISECOND);
        }

        assertThat(heard).containsExactly("100#01", "100#02", "100#03");
    }

    @Test
    void when_the_bus_was_not_free_only_the_newest_of_each_message_is_sent() {
        peer.power(false);
        buffers.send(CanFrame.classic(0x050));
        time.runUntil(Nanos.SECOND);
        for (int i = 1; i <= 3; i++) {
            buffers.send(CanFrame.classic(0x100, (byte) i));
            buffers.send(CanFrame.classic(0x200, (byte) i));
        }
        peer.power(true);
        time.runUntil(2 * Nanos.SECOND);

        assertThat(heard).containsExactly("050#", "100#03", "200#03");
    }
}
