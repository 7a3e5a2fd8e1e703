package dev.underpin.rig.virtual;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A display whose picture can stand still: what software shows meanwhile appears when it moves again. */
final class FreezableDisplay implements Display {
    private final Display display;
    private final Map<String, Optional<View>> pending = new LinkedHashMap<>();
    private boolean frozen;

    FreezableDisplay(Display display) {
        this.display = display;
    }

    void freeze(boolean now) {
        frozen = now;
        if (!now) {
            pending.forEach((id, view) -> view.ifPresentOrElse(display::show, () -> display.dismiss(id)));
            pending.clear();
        }
    }

    @Override
    public String name() {
        return display.name();
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

    @Override
    public Optional<View> view(String viewId) {
        return display.view(viewId);
    }

    @Override
    public List<View> views() {
        return display.views();
    }

    @Override
    public boolean responsive() {
        return display.responsive();
    }

    @Override
    public void onPress(Consumer<String> listener) {
        display.onPress(listener);
    }
}
