package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Shows the views of remote diagnostics: whole on the infotainment, in short in the cluster, which lives without it. */
final class SupportScreens {
    private static final List<String> PROGRESS =
            List.of("diag.consent", "diag.connecting", "diag.session", "diag.guidance", "diag.refused");

    private final Display infotainment;
    private final Display cluster;
    private @Nullable View last;

    SupportScreens(Display infotainment, Display cluster) {
        this.infotainment = infotainment;
        this.cluster = cluster;
    }

    /** Shows where the session stands, in place of where it stood. */
    void stands(View view) {
        clear();
        add(view);
    }

    /** Shows a view beside those shown. */
    void add(View view) {
        last = view;
        infotainment.show(view);
        cluster.show(inShort(view));
    }

    /** Whether the infotainment does not show what it was told to show last: its picture stands still. */
    boolean stuck() {
        return last != null
                && infotainment.responsive()
                && !infotainment.view(last.id()).equals(Optional.of(last));
    }

    void dismiss(String id) {
        if (last != null && last.id().equals(id)) {
            last = null;
        }
        infotainment.dismiss(id);
        cluster.dismiss(id);
    }

    /** Takes away everything about a session under way. */
    void clear() {
        PROGRESS.forEach(this::dismiss);
    }

    private static View inShort(View view) {
        List<String> first = view.lines().stream().limit(1).toList();
        return new View(view.id(), view.title(), first, List.of(), OptionalInt.empty(), view.reason());
    }
}
