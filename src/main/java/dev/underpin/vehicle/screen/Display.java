package dev.underpin.vehicle.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The picture side of a screen: what software shows on it. The seam at which a frozen or lying picture is put in.
 * Threading: the scheduler's thread.
 */
public interface Display {
    /** The screen's name: {@code infotainment}, {@code cluster} or {@code app}. */
    String name();

    /** Shows a view, in place of the one with the same id. */
    void show(View view);

    /** Takes a view away; does nothing if it is not shown. */
    void dismiss(String viewId);

    /** The view with that id, if it is shown. */
    Optional<View> view(String viewId);

    /** All views shown, the oldest first. */
    List<View> views();

    /**
     * Whether the screen shows something and its panel reports itself alive: what a watchdog can know. A panel can be dead and not
     * know it.
     */
    default boolean responsive() {
        return !views().isEmpty();
    }

    /** Adds who is told of presses: the label of a button of a shown view. */
    void onPress(Consumer<String> listener);
}
