package dev.underpin.vehicle.screen;

/** The first view of a screen: where the ways into the features begin. */
public final class HomeView {
    /** Opens remote diagnostics. */
    public static final String DIAGNOSTICS = "Diagnostics";

    /** Opens route guidance. */
    public static final String NAVIGATION = "Navigation";

    /** Asks for technical support by the companion app. */
    public static final String CONTACT_SUPPORT = "Contact Support";

    /** Shows the state of the software in the companion app. */
    public static final String UPDATES = "Updates";

    private HomeView() {}

    /** The home view {@code home} of the infotainment. */
    public static View infotainment() {
        return View.of("home", "Home").withButtons(DIAGNOSTICS, NAVIGATION);
    }

    /** The home view {@code app.home} of the companion app. */
    public static View app() {
        return View.of("app.home", "My vehicle").withButtons(CONTACT_SUPPORT, UPDATES);
    }
}
