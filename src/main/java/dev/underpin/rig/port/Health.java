package dev.underpin.rig.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bench knows of its own soundness. What can be asked over the vehicle's own ways (control units, cloud) is not here: that goes
 * through {@link Workshop} and {@link Technician}. Confined to the scenario's thread.
 */
public interface Health {
    /** The buses and what was seen on them since the bench was made ready, or since this was first asked for. */
    List<Bus> buses();

    /** What the control units that a tester reaches on a bus are expected to say of themselves. */
    List<Unit> units();

    /**
     * The vehicle's supply now; empty when the bench has no means to measure it. Time may pass until the instrument has answered.
     *
     * @throws dev.underpin.rig.RigError when it does not
     */
    Optional<Supply> supply();

    /**
     * A bus.
     *
     * @param name its name in the rig file
     * @param trouble why it does not carry frames, with what to do about it; empty when it is up
     * @param busOff nodes of which it is known that they are off the bus
     * @param errors error frames seen
     * @param lost frames that the medium lost, or that the bench did not take in time
     * @param mayLose how many of them are no reason to doubt the bench
     */
    record Bus(String name, String trouble, List<String> busOff, long errors, long lost, long mayLose) {}

    /**
     * A control unit and what it has to say of itself.
     *
     * @param ecu its name
     * @param real whether it is a real one, which outlives the scenario
     * @param identity value by data identifier, four hexadecimal digits, such as {@code F189}; texts
     */
    record Unit(String ecu, boolean real, Map<String, String> identity) {}

    /**
     * A supply that was measured.
     *
     * @param volts measured; NaN when the instrument did not answer
     * @param low the least that is right, volts
     * @param high the most that is right, volts
     */
    record Supply(double volts, double low, double high) {}
}
