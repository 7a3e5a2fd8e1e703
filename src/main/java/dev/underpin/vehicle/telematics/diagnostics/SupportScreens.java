package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.OptionalInt;

/** Shows the views of remote diagnostics: whole on the infotainment, in short in the cluster, which lives without it. */
final class SupportScreens {
    private static final List<String> PROGRESS =
            List.of("diag.consent", "diag.connecting", "diag.session", "diag.guidance", "diag.refused");

    private final Display infotainment;
    private final Display cluster;

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
        infotainment.show(view);
        cluster.show(inShort(view));
    }

    void dismiss(String id) {
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
