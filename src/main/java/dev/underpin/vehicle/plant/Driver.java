package dev.underpin.vehicle.plant;

/**
 * The driver's right foot: presses accelerator or brake so that the car comes to the wished speed and stays there.
 */
public final class Driver {
    private static final double STRONGEST_ACCELERATION = 2.5;
    private static final double STRONGEST_BRAKING = -3;
    private static final double EAGERNESS_PER_SECOND = 0.6;
    private static final double KILOMETRES_PER_HOUR = 3.6;

    private double wish;
    private double accelerator;
    private double brake = 1;

    /** The wished speed, km/h. */
    public double wish() {
        return wish;
    }

    /** Accelerator pedal, 0..1. */
    public double accelerator() {
        return accelerator;
    }

    /** Brake pedal, 0..1. */
    public double brake() {
        return brake;
    }

    void wish(double kilometresPerHour) {
        wish = Math.max(0, kilometresPerHour);
    }

    void step(Motion motion) {
        if (wish == 0 && motion.speed() == 0) {
            accelerator = 0;
            brake = 1;
            return;
        }
        double missing = (wish - motion.speed()) / KILOMETRES_PER_HOUR;
        double acceleration = Math.clamp(missing * EAGERNESS_PER_SECOND, STRONGEST_BRAKING, STRONGEST_ACCELERATION);
        double torque = motion.torqueFor(acceleration);
        accelerator = Math.clamp(torque / Motor.MAXIMUM_TORQUE, 0, 1);
        brake = torque < 0 ? Math.min(1, -torque / Motor.MAXIMUM_TORQUE) : 0;
    }
}
