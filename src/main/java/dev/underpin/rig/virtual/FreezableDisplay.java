package dev.underpin.rig.virtual;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.DisplayAround;
import dev.underpin.vehicle.screen.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A display whose picture can stand still: what software shows meanwhile appears when it moves again. */
final class FreezableDisplay implements DisplayAround {
    private final Display display;
    private final Map<String, Optional<View>> pending = new LinkedHashMap<>();
    private boolean frozen;

    FreezableDisplay(Display display) {
        this.display = display;
    }

    @Override
    public Display display() {
        return display;
    }

    void freeze(boolean now) {
        frozen = now;
        if (!now) {
            pending.forEach((id, view) -> view.ifPresentOrElse(display::show, () -> display.dismiss(id)));
            pending.clear();
        }
    }

    @Override
    public void show(View view) {
        if (frozen) {
            pending.put(view.id(), Optional.of(view));
        } else {
            display.show(view);
        }
    }

    @Override
    public void dismiss(String viewId) {
        if (frozen) {
            pending.put(viewId, Optional.empty());
        } else {
            display.dismiss(viewId);
        }
    }
}
