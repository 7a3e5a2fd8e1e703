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
    private long stallEnds;

    /** Vehicle time that stood still for a while, then catches up with the wall clock in no time. */
    private final class Late implements Scheduler {
        @Override
        public long now() {
            return time.now();
        }

        @Override
        public long lag() {
            return Math.max(0, stallEnds - time.now());
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
        Late late = new Late();
        IsoTpEndpoint sender = new IsoTpEndpoint(late, tester, IsoTpAddress.normal(0x7E0, 0x7E8), fiveMilliseconds);
        new IsoTpEndpoint(time, bus.attach("ecu"), IsoTpAddress.normal(0x7E8, 0x7E0), fiveMilliseconds);
        bus.attach("listener").listen(frame -> {
            if (frame.id() == 0x7E0 && frame.at(0) >>> 4 == 2) {
                consecutive.add(late.now() + late.lag());
                stallEnds = consecutive.size() == 1 ? time.now() + 20 * MS : stallEnds;
            }
        });

        sender.send(new byte[30], result -> assertThat(result).isEqualTo(NResult.N_OK));
        time.runUntil(Nanos.SECOND);

        assertThat(consecutive).hasSize(4);
        assertThat(consecutive.get(1) - consecutive.get(0)).isGreaterThanOrEqualTo(25 * MS);
        for (int i = 1; i < consecutive.size(); i++) {
            assertThat(consecutive.get(i) - consecutive.get(i - 1)).isGreaterThanOrEqualTo(5 * MS);
        }
    }
}
