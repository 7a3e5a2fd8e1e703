package dev.underpin.vehicle.screen;

/** Somebody who looks at a screen and at the hand in front of it. Called on the scheduler's thread, at the moment of the change. */
public interface ScreenListener {
    /** A view appeared. */
    void shown(String screen, View view);

    /** A view that is shown looks different now. */
    void updated(String screen, View view);

    /** A view disappeared: taken away, or the screen went dark. */
    void dismissed(String screen, View view);

    /** A finger touched a button, or the place where one was expected; {@code accepted}: the screen took it. */
    void pressed(String screen, String button, boolean accepted);
}
