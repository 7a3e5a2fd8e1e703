package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.screen.View;
import java.util.List;

/**
 * The instrument cluster (IPC): lights the lamps that the control units ask for, and tells how to reach technical support when the
 * infotainment gives no life sign.
 */
public final class ClusterApplication extends UnitApplication {
    private static final List<String> UNITS =
            List.of("GW", "VCU", "BMS", "OBC", "DCDC", "THM", "INV", "BRK", "ADAS", "IVI");
    private static final String CONTACT = "support.contact";
    private static final long INFOTAINMENT_SILENT = 5 * Nanos.SECOND;
    private static final long INFOTAINMENT_START = 20 * Nanos.SECOND;

    private final Cluster cluster;
    private final TouchScreen screen;
    private final String supportPhone;

    /**
     * The application.
     *
     * @param cluster the lamps
     * @param screen the picture between them
     * @param supportPhone number of technical support, as the driver dials it
     */
    public ClusterApplication(Wiring wiring, Cluster cluster, TouchScreen screen, String supportPhone) {
        super(wiring, false);
        this.cluster = cluster;
        this.screen = screen;
        this.supportPhone = supportPhone;
    }

    @Override
    void begin(Unit run) {
        screen.light(true);
        List<LampsAsked> units =
                UNITS.stream().map(unit -> new LampsAsked(run.inbox(), unit)).toList();
        run.control(() -> light(run, units));
        run.control(() -> offerContact(run));
        run.sends(
                "IPC_Odometer", frame -> frame.set("Odometer", plant().motion().odometer()));
        run.sends("IPC_Lamps", this::fillLamps);
        run.partner("VCU", "U0293-87");
        run.partner("BMS", "U0111-87");
        run.partner("BRK", "U0129-87");
        run.partner("GW", "U0146-87");
    }

    @Override
    void end() {
        cluster.dark();
        screen.dismiss(CONTACT);
        screen.light(false);
    }

    @Override
    void identify(Bindings bindings) {
        bindings.number("Odometer", plant().motion()::odometer);
        bindings.number("ObdOdometer", plant().motion()::odometer);
        bindings.text("LampsLit", () -> String.join(",", cluster.lit()));
    }

    private void light(Unit run, List<LampsAsked> units) {
        units.forEach(LampsAsked::hear);
        boolean switched = false;
        for (Lamp lamp : Lamp.values()) {
            Colour asked = asked(run, units, lamp);
            switched |= (cluster.colour(lamp) == Colour.OFF) != (asked == Colour.OFF);
            cluster.show(lamp, asked);
        }
        if (switched) {
            run.outbox().now("IPC_Lamps");
        }
    }

    private static Colour asked(Unit run, List<LampsAsked> units, Lamp lamp) {
        Colour colour = run.lamps().colour(lamp);
        for (LampsAsked unit : units) {
            colour = colour.or(unit.colour(lamp));
        }
        return lamp == Lamp.UPDATE && run.mode().updating() ? colour.or(Colour.BLUE) : colour;
    }

    private void fillLamps(Frame frame) {
        for (Lamp lamp : Lamp.values()) {
            frame.set(lamp.signal(), cluster.colour(lamp));
        }
    }

    private void offerContact(Unit run) {
        if (infotainmentDead(run)) {
            screen.show(View.of(CONTACT, "Technical support: %s or the app".formatted(supportPhone)));
        } else {
            screen.dismiss(CONTACT);
        }
    }

    private static boolean infotainmentDead(Unit run) {
        if (!run.mode().monitoring(run.now())) {
            return false;
        }
        long heard = run.inbox().heardAt("IVI_Alive");
        boolean heardSince = heard != Inbox.NEVER && heard >= run.mode().monitoringSince();
        return heardSince
                ? run.now() - heard > INFOTAINMENT_SILENT
                : run.now() - run.mode().monitoringSince() > INFOTAINMENT_START;
    }
}
