package dev.underpin.vehicle.ecu;

import java.util.ArrayList;
import java.util.List;

/**
 * The supply of one control unit. The vehicle offers volts to the wire; the wire may let less through: a cut wire nothing, a bad
 * contact less than is offered. Threading: the scheduler's thread.
 */
public final class Supply {
    /** Volts below which the regulator gives up and holds the control unit in reset. */
    public static final double MINIMUM_VOLTS = 6.0;

    private final List<Listener> listeners = new ArrayList<>();
    private double feed;
    private double ceiling = Double.POSITIVE_INFINITY;

    /** The vehicle's side: volts offered to the wire; 0 while the relay of its domain is open. */
    public void feed(double volts) {
        double before = volts();
        feed = volts;
        tell(before);
    }

    /** The wire: the most volts that it lets through; 0 when cut, {@link Double#POSITIVE_INFINITY} when sound. */
    public void ceiling(double volts) {
        double before = volts();
        ceiling = volts;
        tell(before);
    }

    /** Volts at the control unit's terminal. */
    public double volts() {
        return Math.min(feed, ceiling);
    }

    /** Whether that is enough to run. */
    public boolean powered() {
        return volts() >= MINIMUM_VOLTS;
    }

    /** Adds who is told, within the change, when the volts at the terminal have changed. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    private void tell(double before) {
        if (volts() != before) {
            List.copyOf(listeners).forEach(listener -> listener.changed(powered(), volts()));
        }
    }

    /** Hears of changes at the terminal. */
    @FunctionalInterface
    public interface Listener {
        /** The terminal now has {@code volts}; {@code powered} tells whether that is enough to run. */
        void changed(boolean powered, double volts);
    }
}
