package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Shows the views of an update: whole on the infotainment, as a short line in the cluster. */
final class UpdateScreens {
    private final Display infotainment;
    private final Display cluster;

    UpdateScreens(Display infotainment, Display cluster) {
        this.infotainment = infotainment;
        this.cluster = cluster;
    }

    /** Shows these, and no other view of an update; none clears both screens. */
    void show(View... views) {
        List<String> kept = Arrays.stream(views).map(View::id).toList();
        for (String id : UpdateViews.IDS) {
            if (!kept.contains(id)) {
                infotainment.dismiss(id);
                cluster.dismiss(id);
            }
        }
        for (View view : views) {
            infotainment.show(view);
            cluster.show(brief(view));
        }
    }

    /** Shows where support can be reached. */
    void showContact(String phone) {
        infotainment.show(View.of("support.contact", "Technical support: %s or the app".formatted(phone))
                .withButtons(UpdateViews.OK));
    }

    void dismissContact() {
        infotainment.dismiss("support.contact");
    }

    private static View brief(View view) {
        return new View(view.id(), view.title(), List.of(), List.of(), OptionalInt.empty(), view.reason());
    }
}
