package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people see and touch: screens, buttons, lamps. */
public final class Screens {
    public static final String INFOTAINMENT = "infotainment";
    public static final String APP = "app";

    private Screens() {}

    /** A view on any screen. */
    public static Sign view(String id) {
        return Sign.of("the view " + id, Kind.SCREEN, entry -> entry.is("view", id) && !isDismissal(entry));
    }

    /** A view on one screen. */
    public static Sign view(String id, String screen) {
        return view(id).where(entry -> entry.is("screen", screen))
                .called("the view %s on the %s".formatted(id, screen));
    }

    /** A view on one screen taken away. */
    public static Sign dismissed(String id, String screen) {
        return Sign.of(
                "the end of the view %s on the %s".formatted(id, screen),
                Kind.SCREEN,
                entry -> entry.is("view", id) && entry.is("screen", screen) && isDismissal(entry));
    }

    /** The error view of an update with that reason. */
    public static Sign updateError(String reason) {
        return view("update.error").where(entry -> entry.is("reason", reason)).called("an error because of " + reason);
    }

    /** A button that a screen took, on any screen. */
    public static Sign pressed(String button) {
        return Sign.of(
                "the press of \"%s\"".formatted(button),
                Kind.PRESS,
                entry -> entry.is("button", button) && entry.is("effect", "accepted"));
    }

    /** A button that was touched in vain. */
    public static Sign pressedInVain(String button) {
        return Sign.of(
                "a press of \"%s\" without effect".formatted(button),
                Kind.PRESS,
                entry -> entry.is("button", button) && entry.is("effect", "none"));
    }

    /** A lamp that warns. */
    public static Sign warning() {
        return Sign.of("a warning light", Kind.LAMP, Screens::warns);
    }

    /** Whether a lamp's record shows a warning: lit amber or red, whatever it stands for but an update. */
    public static boolean warns(Entry lamp) {
        boolean alarming = lamp.is("colour", "amber") || lamp.is("colour", "red");
        return alarming && lamp.flag("lit") && !lamp.is("lamp", "update");
    }

    /** Lamps that warn at {@code to}, of those that changed after {@code from}. */
    public static List<String> warningsAt(Facts facts, int from, int to) {
        Map<String, Boolean> lamps = new LinkedHashMap<>();
        facts.between(from, to, Kind.LAMP, any -> true).forEach(lamp -> lamps.put(lamp.text("lamp"), warns(lamp)));
        return lamps.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a screen record takes a view away. */
    public static boolean isDismissal(Entry screen) {
        return screen.is("change", "dismissed");
    }

    /** Whether title or text of a view hold {@code words}, in either case. */
    public static boolean says(Entry screen, String words) {
        String all = screen.text("title") + " | " + screen.text("text");
        return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** Whether a view offers a button. */
    public static boolean offers(Entry screen, String button) {
        return screen.parts("buttons", ", ").contains(button);
    }
}
