package dev.underpin.rig.port;

import java.util.List;
import java.util.Optional;

/**
 * The person in or beside the car: fingers on screens, hands on controls, a phone. Screens: {@code infotainment}, {@code cluster},
 * {@code app}.
 */
public interface Driver {
    /** Touches a button; returns whether the screen took the touch. */
    boolean press(String screen, String button);

    /** Whether a view is shown on a screen now. */
    boolean sees(String screen, String view);

    /** Title of a view that is shown. */
    Optional<String> title(String screen, String view);

    /** Every button that a screen offers now. */
    List<String> buttons(String screen);

    /** Lamps lit on the cluster. */
    List<String> lamps();

    /** Turns the ignition on or off. */
    void ignition(boolean on);

    /** Asks for a gear: P, R, N or D; returns whether the car granted it. */
    boolean gear(String gear);

    /** Selects D and drives at {@code kilometresPerHour}; returns whether the car would. */
    boolean drive(double kilometresPerHour);

    /** Brakes to a stop and leaves the ignition on. */
    void park();

    /** Whether the car stands still. */
    boolean stands();

    /** Plugs in a charger. */
    void plug();

    /** Pulls the charge plug. */
    void unplug();

    /** Starts or ends route guidance. */
    void navigate(boolean on);

    /** Switches driving assistance on or off. */
    void assist(boolean on);

    /** Calls technical support by phone from the registered number. */
    void callSupport();
}
