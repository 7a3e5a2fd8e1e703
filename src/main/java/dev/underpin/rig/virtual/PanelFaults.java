package dev.underpin.rig.virtual;

import dev.underpin.fault.ScreenFault;
import dev.underpin.vehicle.Vehicle;
import java.util.List;

/** Makes the infotainment's panel numb and its picture stand still. */
final class PanelFaults {
    private final Vehicle vehicle;
    private final List<FreezableDisplay> pictures;

    PanelFaults(Vehicle vehicle, List<FreezableDisplay> pictures) {
        this.vehicle = vehicle;
        this.pictures = List.copyOf(pictures);
    }

    Runnable begin(ScreenFault fault) {
        return switch (fault) {
            case ScreenFault.TouchDead it -> {
                vehicle.infotainment().touchWorks(false);
                yield () -> vehicle.infotainment().touchWorks(true);
            }
            case ScreenFault.ScreenFrozen it -> {
                infotainment(true);
                yield () -> infotainment(false);
            }
        };
    }

    private void infotainment(boolean frozen) {
        pictures.stream()
                .filter(picture -> picture.name().equals("infotainment"))
                .forEach(picture -> picture.freeze(frozen));
    }
}
