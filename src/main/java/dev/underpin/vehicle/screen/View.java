package dev.underpin.vehicle.screen;

import java.util.List;
import java.util.OptionalInt;

/**
 * One thing that a screen shows.
 *
 * @param id which view it is, such as {@code update.available}; a screen shows each view at most once
 * @param title the headline
 * @param lines the text under it
 * @param buttons what can be pressed
 * @param progress a progress bar, 0..100 percent
 * @param reason why, as a code, when the view refuses or reports a failure; else empty
 */
public record View(
        String id, String title, List<String> lines, List<String> buttons, OptionalInt progress, String reason) {
    public View {
        lines = List.copyOf(lines);
        buttons = List.copyOf(buttons);
    }

    /** A view with text only. */
    public static View of(String id, String title, String... lines) {
        return new View(id, title, List.of(lines), List.of(), OptionalInt.empty(), "");
    }

    public View withButtons(String... labels) {
        return new View(id, title, lines, List.of(labels), progress, reason);
    }

    public View withProgress(int percent) {
        return new View(id, title, lines, buttons, OptionalInt.of(percent), reason);
    }

    public View because(String code) {
        return new View(id, title, lines, buttons, progress, code);
    }
}
