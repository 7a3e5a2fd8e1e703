package dev.underpin.vehicle.telematics.update;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How far one attempt at an installation is; part of the {@link Journal}. */
final class Installation {
    private final Map<String, Installed> before = new LinkedHashMap<>();
    private final Set<String> faultsBefore = new LinkedHashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Set<String> programmed = new LinkedHashSet<>();
    private final Set<String> activated = new LinkedHashSet<>();
    private int interruptions;
    private int percent;
    private boolean restarted;
    private boolean ledBack;

    /** What the control units ran before, by name. */
    Map<String, Installed> before() {
        return before;
    }

    /** Trouble codes that were there before, as {@code ECU code}. */
    Set<String> faultsBefore() {
        return faultsBefore;
    }

    /** Control units whose erase was ordered. */
    Set<String> touched() {
        return touched;
    }

    /** Control units whose new image is written and checked. */
    Set<String> programmed() {
        return programmed;
    }

    /** Control units told to start the new image. */
    Set<String> activated() {
        return activated;
    }

    /** Whether the vehicle has been restarted into the new images: from then on what a control unit runs is what it was told to. */
    boolean restarted() {
        return restarted;
    }

    void restart() {
        restarted = true;
    }

    /** Whether every control unit has been told to go back and the restart that follows was ordered. */
    boolean ledBack() {
        return ledBack;
    }

    void leadBack() {
        ledBack = true;
    }

    /** What the user was last told of its progress. */
    int percent() {
        return percent;
    }

    /** Goes on to {@code reached}; false when the user was told as much already. */
    boolean advance(int reached) {
        boolean further = reached > percent;
        percent = Math.max(percent, reached);
        return further;
    }

    /** Counts a loss of power in the middle; returns how many there were. */
    int interrupted() {
        return ++interruptions;
    }
}
