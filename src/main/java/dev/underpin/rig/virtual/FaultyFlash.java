package dev.underpin.rig.virtual;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashAround;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import dev.underpin.vehicle.ecu.flash.FlashTiming;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A flash with {@link Cells} of which something may be wrong. */
final class FaultyFlash implements FlashAround {
    private static final int KIBIBYTE = 1024;

    private final Scheduler scheduler;
    private final FlashTiming timing;
    private final Flash sound;
    private final Cells cells;
    private final boolean wears;
    private final Alarm late;
    private @Nullable Runnable ending;

    /** @param wears whether its own cells can be worn or rotten; else only its operations can be slow and cut */
    FaultyFlash(Scheduler scheduler, FlashTiming timing, Flash sound, Cells cells, boolean wears) {
        this.scheduler = scheduler;
        this.timing = timing;
        this.sound = sound;
        this.cells = cells;
        this.wears = wears;
        this.late = scheduler.alarm(this::end);
    }

    @Override
    public Flash flash() {
        return sound;
    }

    @Override
    public void erase(int sector, Consumer<FlashOutcome> ended) {
        if (wears) {
            cells.erased(sector * sectorSize(), sectorSize());
        }
        sound.erase(sector, slowly(timing.eraseSector(), ended));
        operated(timing.eraseSector());
    }

    @Override
    public void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
        long nanos = timing.programKibibyte() * data.length / KIBIBYTE;
        if (wears && cells.takesNothing(address, sectorSize())) {
            ending = () -> ended.accept(FlashOutcome.WORN);
            late.in(Nanos.MILLISECOND);
        } else {
            sound.program(address, data, slowly(nanos, ended));
        }
        operated(nanos);
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        sound.read(address, target, offset, length);
        if (wears) {
            cells.read(address, target, offset, length);
        }
    }

    @Override
    public void halt() {
        late.cancel();
        ending = null;
        sound.halt();
    }

    @Override
    public long generation() {
        return sound.generation() + (wears ? cells.changes() : 0);
    }

    private void operated(long nanos) {
        if (cells.isCutNow()) {
            scheduler.after(nanos / 2, cells::cut);
        }
    }

    private Consumer<FlashOutcome> slowly(long nanos, Consumer<FlashOutcome> ended) {
        int factor = cells.slowness();
        if (factor == 1) {
            return ended;
        }
        return outcome -> {
            ending = () -> ended.accept(outcome);
            late.in(nanos * (factor - 1));
        };
    }

    private void end() {
        Runnable told = ending;
        ending = null;
        if (told != null) {
            told.run();
        }
    }
}
