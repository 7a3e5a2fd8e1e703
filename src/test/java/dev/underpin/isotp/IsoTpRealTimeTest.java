package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Alarm;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an endpoint keeps when vehicle time follows the wall clock and has fallen behind it. */
class IsoTpRealTimeTest {
    private static final long MS = Nanos.MILLISECOND;

    private final VirtualScheduler time = new VirtualScheduler();
    private final List<Long> consecutive = new ArrayList<>();
    private long lag;

    /** Vehicle time that is {@link #lag} behind. */
    private final class Late implements Scheduler {
        @Override
        public long now() {
            return time.now();
        }

        @Override
        public long lag() {
            return lag;
        }

        @Override
        public Alarm alarm(Runnable action) {
            return time.alarm(action);
        }
    }

    @Test
    void aRunThatCatchesUpDoesNotUndercutTheSeparationTime() {
        VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
        CanPort tester = bus.attach("tester");
        IsoTpParameters fiveMilliseconds = IsoTpParameters.classic().withStMin(5);
        IsoTpEndpoint sender =
                new IsoTpEndpoint(new Late(), tester, IsoTpAddress.normal(0x7E0, 0x7E8), fiveMilliseconds);
        new IsoTpEndpoint(time, bus.attach("ecu"), IsoTpAddress.normal(0x7E8, 0x7E0), fiveMilliseconds);
        bus.attach("listener").listen(frame -> {
            if (frame.id() == 0x7E0 && frame.at(0) >>> 4 == 2) {
                consecutive.add(time.now() + lag);
                lag = consecutive.size() == 1 ? 20 * MS : 0;
            }
        });

        sender.send(new byte[30], result -> assertThat(result).isEqualTo(NResult.N_OK));
        time.after(3 * MS, () -> lag = 2 * MS);
        time.runUntil(Nanos.SECOND);

        assertThat(consecutive).hasSize(4);
        for (int i = 1; i < consecutive.size(); i++) {
            assertThat(consecutive.get(i) - consecutive.get(i - 1)).isGreaterThanOrEqualTo(5 * MS);
        }
    }
}
