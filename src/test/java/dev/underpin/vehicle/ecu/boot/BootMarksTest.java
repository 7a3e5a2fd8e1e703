package dev.underpin.vehicle.ecu.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.ecu.boot.BootState.Phase;
import dev.underpin.vehicle.ecu.flash.Firmware;
import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashTiming;
import dev.underpin.vehicle.ecu.flash.SectorFlash;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootMarksTest {
    private static final int SECTOR = 4 * BootMarks.MARK;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Flash flash = new SectorFlash(scheduler, FlashTiming.NOR, 2 * SECTOR, SECTOR, Firmware.NONE);

    @Test
    void blankCellsHoldNoMark() {
        assertThat(new BootMarks(flash).read()).isEmpty();
    }

    @Test
    void theLastMarkCountsHoweverManyWereWritten() {
        BootMarks marks = new BootMarks(flash);
        for (int i = 0; i < 50; i++) {
            marks.write(state(i), outcome -> {});
            drain();
            assertThat(new BootMarks(flash).read()).contains(state(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 8, 9, 12, 13})
    void aCutWhileAMarkIsWrittenLeavesTheOldOneOrTheNewOne(int written) {
        BootMarks marks = new BootMarks(flash);
        for (int i = 0; i < written; i++) {
            marks.write(state(i), outcome -> {});
            drain();
        }
        marks.write(state(99), outcome -> {});
        scheduler.runUntil(scheduler.now() + 15_000);
        flash.halt();
        Optional<BootState> after = new BootMarks(flash).read();
        assertThat(after).hasValueSatisfying(state -> assertThat(state).isIn(state(written - 1), state(99)));
        BootMarks again = new BootMarks(flash);
        again.read();
        again.write(state(100), outcome -> {});
        drain();
        assertThat(new BootMarks(flash).read()).contains(state(100));
    }

    private static BootState state(int number) {
        return new BootState(number % 2, Phase.of(number % 3), number & 3, number);
    }

    private void drain() {
        while (scheduler.step()) {}
    }
}
