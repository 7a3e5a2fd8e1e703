package dev.underpin.defect;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Something in front of a screen that passes everything on, both ways. */
abstract class Front implements Display {
    private final Display real;

    Front(Display real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public void show(View view) {
        real.show(view);
    }

    @Override
    public void dismiss(String viewId) {
        real.dismiss(viewId);
    }

    @Override
    public Optional<View> view(String viewId) {
        return real.view(viewId);
    }

    @Override
    public List<View> views() {
        return real.views();
    }

    @Override
    public boolean responsive() {
        return real.responsive();
    }

    @Override
    public void onPress(Consumer<String> listener) {
        real.onPress(listener);
    }
}
