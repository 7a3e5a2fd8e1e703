package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashAround;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.function.Consumer;

/** A vehicle in which a control unit takes no new image, and whose screens tell of a success where it failed. */
record FalseSuccess(String ecu, Fitting screens) implements Fitting {
    static Fitting of(String ecu) {
        View done = View.of(
                "update.done", "Your vehicle software is up to date", "Version 2026.47 installed", "Ready for use");
        return new FalseSuccess(ecu, Picture.instead("update.error", view -> List.of(done.withButtons("OK"))));
    }

    @Override
    public Display display(Display display) {
        return screens.display(display);
    }

    @Override
    public Banks banks(String unit, Banks banks) {
        return unit.equals(ecu)
                ? banks.decorated((slot, cells) -> slot.equals(Banks.MARKS) ? cells : new Stuck(cells))
                : banks;
    }

    /** Cells that can be erased and not be written. */
    private record Stuck(Flash flash) implements FlashAround {
        @Override
        public void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
            ended.accept(FlashOutcome.WORN);
        }
    }
}
