package dev.underpin.vehicle.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A display in front of another one: what it does not do itself the other does. */
public interface DisplayAround extends Display {
    /** The display behind. */
    Display display();

    @Override
    default String name() {
        return display().name();
    }

    @Override
    default void show(View view) {
        display().show(view);
    }

    @Override
    default void dismiss(String viewId) {
        display().dismiss(viewId);
    }

    @Override
    default Optional<View> view(String viewId) {
        return display().view(viewId);
    }

    @Override
    default List<View> views() {
        return display().views();
    }

    @Override
    default boolean responsive() {
        return display().responsive();
    }

    @Override
    default void onPress(Consumer<String> listener) {
        display().onPress(listener);
    }
}
