package dev.underpin.vehicle.plant;

/**
 * What the vehicle answers to a hand on one of its controls.
 *
 * @param granted whether it does what was asked
 * @param reason why not, in kebab-case; empty when granted
 */
public record Answer(boolean granted, String reason) {
    /** The control does what was asked. */
    public static final Answer GRANTED = new Answer(true, "");

    /** Nobody answers: the control unit behind the control is off, resetting or dead. */
    public static final Answer NO_ANSWER = refused("no-answer");

    /** The control unit refuses because of {@code reason}. */
    public static Answer refused(String reason) {
        return new Answer(false, reason);
    }
}
