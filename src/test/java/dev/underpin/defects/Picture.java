package dev.underpin.defects;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A screen that shows some views otherwise than it was told to. */
record Picture(Display real, UnaryOperator<View> change) implements Display {
    /** A vehicle all of whose screens change the views with that id. */
    static Fitting of(String id, UnaryOperator<View> change) {
        return new Fitting() {
            @Override
            public Display display(Display display) {
                return new Picture(display, view -> view.id().equals(id) ? change.apply(view) : view);
            }
        };
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public void show(View view) {
        real.show(change.apply(view));
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
