package dev.underpin.vehicle.plant;

/**
 * The drive motor with its inverter's power stage. It makes the commanded torque while the high-voltage net is live; a command holds
 * for 300 ms, so an inverter that stops commanding leaves the motor without torque.
 */
public final class Motor {
    /** Greatest torque at the motor shaft, newton metres. */
    public static final double MAXIMUM_TORQUE = 700;

    private static final double HOLDS_SECONDS = 0.3;

    private double commanded;
    private double holdsFor;
    private double torque;

    /** Commands a torque, newton metres, positive for forward. */
    public void command(double newtonMetres) {
        commanded = Math.clamp(newtonMetres, -MAXIMUM_TORQUE, MAXIMUM_TORQUE);
        holdsFor = HOLDS_SECONDS;
    }

    /** The torque that the motor makes, newton metres. */
    public double torque() {
        return torque;
    }

    void step(double seconds, boolean highVoltage) {
        torque = highVoltage && holdsFor > 0 ? commanded : 0;
        holdsFor -= seconds;
    }
}
