package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import java.util.Set;
import java.util.function.Predicate;

/** What an update shows of itself. */
final class Signs {
    /** A check of an image (routine 0202) that has come to its end. */
    private static final String CHECKED = "71010202";

    private static final String DEPENDENCIES = "7101FF01";

    private Signs() {}

    /** A view that appears, on a screen where users read whole views. */
    static Sign shown(String view) {
        return Screens.view(view).where(entry -> entry.is("change", "shown")).where(Signs::whole);
    }

    /** The infotainment and the app show whole views, the cluster only their titles. */
    static boolean whole(Entry screen) {
        return screen.is("screen", Screens.INFOTAINMENT) || screen.is("screen", Screens.APP);
    }

    static Predicate<Entry> onInfotainment() {
        return screen -> screen.is("screen", Screens.INFOTAINMENT);
    }

    /** A view with a progress of at least that many percent. */
    static Sign progress(String view, int least) {
        return Screens.view(view)
                .where(Signs::whole)
                .where(entry -> entry.number("progress").orElse(-1.0) >= least)
                .called("the view %s with %d %% or more".formatted(view, least));
    }

    /** The error view with one of these reasons. */
    static Sign error(String... reasons) {
        Set<String> wanted = Set.of(reasons);
        return Screens.view("update.error")
                .where(Signs::whole)
                .where(entry -> wanted.contains(entry.text("reason")))
                .called("an error because of " + String.join(" or ", reasons));
    }

    /** A control unit comes out of reset with exactly that image, whole. */
    static Sign boot(String ecu, String sha256) {
        return Sign.of(
                "the restart of %s into its new image".formatted(ecu),
                Kind.BOOT,
                entry -> entry.is("ecu", ecu)
                        && entry.is("from", "application")
                        && entry.is("sha256", sha256)
                        && entry.flag("complete"));
    }

    /** A check that found the image to be good. */
    static Sign imageGood() {
        return Uds.response(CHECKED).where(Signs::good).called("a passed check of the image");
    }

    /** A check that found the image to be bad. */
    static Sign imageBad() {
        return Uds.response(CHECKED).where(entry -> !good(entry)).called("a failed check of the image");
    }

    /** A check of the dependencies that did not pass. */
    static Sign dependenciesBad() {
        return Uds.response(DEPENDENCIES).where(entry -> !good(entry)).called("a failed check of the dependencies");
    }

    private static boolean good(Entry checked) {
        String status = checked.text("pdu").substring(CHECKED.length());
        return status.isEmpty() || status.startsWith("00");
    }
}
