package dev.underpin.judge;

import dev.underpin.history.Entry;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What screens show and what fingers press. */
final class Views {
    static final String INFOTAINMENT = "infotainment";

    private Views() {}

    /** A view with that id stands on some screen: shown anew, or changed. */
    static Predicate<Entry> showing(String view) {
        return entry -> entry.is("view", view) && !entry.is("change", "dismissed");
    }

    /** A view with that id appears on some screen. */
    static Predicate<Entry> shown(String view) {
        return entry -> entry.is("view", view) && entry.is("change", "shown");
    }

    static Predicate<Entry> onInfotainment() {
        return entry -> entry.is("screen", INFOTAINMENT);
    }

    /** A screen on which a user reads whole views. */
    static Predicate<Entry> onInfotainmentOrApp() {
        return entry -> entry.is("screen", INFOTAINMENT) || entry.is("screen", "app");
    }

    /** {@code update.error} with one of these reasons, on a screen that names its advice. */
    static Predicate<Entry> error(String... reasons) {
        Set<String> wanted = Set.of(reasons);
        return showing("update.error").and(onInfotainmentOrApp()).and(entry -> wanted.contains(entry.text("reason")));
    }

    /** A touch of one of these buttons that the screen took. */
    static Predicate<Entry> pressed(String... buttons) {
        Set<String> wanted = Set.of(buttons);
        return entry -> wanted.contains(entry.text("button")) && entry.is("effect", "accepted");
    }

    static Predicate<Entry> says(String text) {
        return entry -> (entry.text("title") + " | " + entry.text("text")).contains(text);
    }

    static Predicate<Entry> offers(String button) {
        return entry -> buttons(entry).contains(button);
    }

    static List<String> buttons(Entry entry) {
        return entry.parts("buttons", ", ");
    }
}
