package dev.underpin.vehicle.plant;

import java.util.ArrayList;
import java.util.List;

/**
 * The hands of the people in and around the car: ignition, gear selector, pedals, charge plug, buttons. Every act is told to the
 * listeners with the vehicle's answer. Threading: the scheduler's thread.
 */
public final class Controls {
    private final Plant plant;
    private final List<Listener> listeners = new ArrayList<>();
    private final Control<Boolean> navigation = new Control<>();
    private final Control<Boolean> assistance = new Control<>();
    private boolean ignition;

    Controls(Plant plant) {
        this.plant = plant;
    }

    /** Adds who is told of every act. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Turns the ignition on or off. */
    public void ignition(boolean on) {
        ignition = on;
        plant.power().wake(Wake.IGNITION, on);
        tell("ignition", on ? "on" : "off", Answer.GRANTED);
    }

    /** Whether the ignition is on. */
    public boolean ignition() {
        return ignition;
    }

    /** Asks for a drive range with the gear selector; the drive control decides. */
    public Answer gear(Gear gear) {
        return tell("gear", gear.name(), plant.motion().selector().ask(gear));
    }

    /** Wishes a speed, km/h; the car follows as far as its drive lets it. */
    public void drive(double kilometresPerHour) {
        plant.driver().wish(kilometresPerHour);
        tell("drive", "%.0f".formatted(kilometresPerHour), Answer.GRANTED);
    }

    /** Brakes to a stop. */
    public void stop() {
        plant.driver().wish(0);
        tell("stop", "", Answer.GRANTED);
    }

    /** Plugs in a charging station that offers {@code kilowatts}. */
    public void plug(double kilowatts) {
        plant.charging().plug(kilowatts);
        plant.power().wake(Wake.CHARGER, kilowatts > 0);
        tell("plug", "%.1f".formatted(kilowatts), Answer.GRANTED);
    }

    /** Pulls the charge plug; a sleeping vehicle wakes for a moment to notice. */
    public void unplug() {
        plant.charging().unplug();
        plant.power().wake(Wake.CHARGER, true);
        plant.power().wake(Wake.CHARGER, false);
        tell("unplug", "", Answer.GRANTED);
    }

    /** Starts or ends route guidance. */
    public Answer navigate(boolean on) {
        return tell("navigation", on ? "start" : "end", navigation.ask(on));
    }

    /** Switches driving assistance on or off. */
    public Answer assist(boolean on) {
        return tell("driving-assistance", on ? "on" : "off", assistance.ask(on));
    }

    /** The route guidance button, wired to the navigation unit. */
    public Control<Boolean> navigation() {
        return navigation;
    }

    /** The driving assistance button, wired to the assistance unit. */
    public Control<Boolean> assistance() {
        return assistance;
    }

    private Answer tell(String action, String value, Answer answer) {
        List.copyOf(listeners).forEach(listener -> listener.acted(action, value, answer));
        return answer;
    }

    /** Hears what people do to the vehicle. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Somebody acted.
         *
         * @param action ignition, gear, drive, stop, plug, unplug, navigation or driving-assistance
         * @param value what was asked for
         * @param answer what the vehicle answered
         */
        void acted(String action, String value, Answer answer);
    }
}
