package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.gate.Gate;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.time.Await;
import dev.underpin.time.Entropy;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** What the frames of one world travel on, and how its time passes. Confined to the world's thread; whoever opened them closes them. */
public interface Media extends AutoCloseable {
    /** The buses by their names in the rig file. */
    Map<String, CanBus> buses();

    /** Waiting, which lets vehicle time pass. */
    Await await();

    /** Where men in the middle stand between a real control unit and its buses: their gates, by the unit's name. */
    default Map<String, List<Gate>> gates() {
        return Map.of();
    }

    /** Where devices of the bench hand in what they say, which then runs on the world's thread; only where time follows the wall clock. */
    default Executor inbox() {
        return Runnable::run;
    }

    /** Writes down what is known of them at the end of a scenario. */
    default void sumUp() {}

    @Override
    void close();

    /** Opens the media of worlds, one after the other. */
    @FunctionalInterface
    interface Source {
        /**
         * The media of one world.
         *
         * @param entropy chance on them
         * @param pen writes down what happens on them besides frames
         * @throws dev.underpin.rig.RigError when they cannot be used; it says what to type
         */
        Media open(RigFile file, VirtualScheduler scheduler, Entropy entropy, Pen pen);
    }

    /** Simulated buses in virtual time. */
    static Media virtual(RigFile file, VirtualScheduler scheduler, Entropy entropy, Pen pen) {
        Map<String, CanBus> buses = new LinkedHashMap<>();
        file.timings().forEach((name, timing) -> buses.put(name, new VirtualBus(scheduler, name, timing, entropy)));
        Await await = new VirtualAwait(scheduler);
        return new Media() {
            @Override
            public Map<String, CanBus> buses() {
                return buses;
            }

            @Override
            public Await await() {
                return await;
            }

            @Override
            public void close() {}
        };
    }
}
