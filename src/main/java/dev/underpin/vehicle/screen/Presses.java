package dev.underpin.vehicle.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells software which of its own views a press belongs to: the youngest shown view that has the button. */
public final class Presses {
    private Presses() {}

    /** Hands presses on buttons of views whose id starts with {@code prefix} to {@code owner}, as view id and button. */
    public static void route(Display display, String prefix, BiConsumer<String, String> owner) {
        display.onPress(button -> youngestWith(display, button)
                .filter(id -> id.startsWith(prefix))
                .ifPresent(id -> owner.accept(id, button)));
    }

    /** The youngest shown view that has the button. */
    static Optional<String> youngestWith(Display display, String button) {
        List<View> views = display.views();
        return views.reversed().stream()
                .filter(view -> view.buttons().contains(button))
                .map(View::id)
                .findFirst();
    }
}
