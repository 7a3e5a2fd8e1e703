package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Driver;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;

/**
 * The finger of a person with manners: touches a button once, and again only when it is still there after 5 s. A touch that the
 * infotainment does not take is tried on the companion app.
 */
final class Finger {
    static final String INFOTAINMENT = "infotainment";
    static final String APP = "app";

    private static final long PATIENCE = 5 * Nanos.SECOND;
    private static final long PATIENCE_WITH_ONE_SCREEN = Nanos.MINUTE;

    private final Bench bench;
    private String last = "";
    private long again;
    private long onlyThereSince;

    Finger(Bench bench) {
        this.bench = bench;
    }

    /** Touches the first of these buttons that the infotainment offers. */
    void pressFirst(List<String> wanted) {
        List<String> offered = driver().buttons(INFOTAINMENT);
        wanted.stream().filter(offered::contains).findFirst().ifPresent(this::press);
    }

    /** Touches one of these buttons on the companion app, when only that has offered one for a minute. */
    void pressElsewhere(List<String> wanted) {
        long now = bench.calendar().scheduler().now();
        boolean here = driver().buttons(INFOTAINMENT).stream().anyMatch(wanted::contains);
        Optional<String> there =
                wanted.stream().filter(driver().buttons(APP)::contains).findFirst();
        if (here || there.isEmpty()) {
            onlyThereSince = now;
        } else if (now - onlyThereSince > PATIENCE_WITH_ONE_SCREEN) {
            onlyThereSince = now;
            driver().press(APP, there.get());
        }
    }

    /** Touches a button that the infotainment offers. */
    void press(String button) {
        long now = bench.calendar().scheduler().now();
        if (button.equals(last) && now < again) {
            return;
        }
        last = button;
        again = now + PATIENCE;
        if (!driver().press(INFOTAINMENT, button) && driver().buttons(APP).contains(button)) {
            driver().press(APP, button);
        }
    }

    private Driver driver() {
        return bench.driver();
    }
}
