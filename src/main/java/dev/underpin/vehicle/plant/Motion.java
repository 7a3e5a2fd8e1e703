package dev.underpin.vehicle.plant;

/**
 * The car on its road: a mass of 2400 kg, driven by the motor through a fixed gear, held back by air, tyres and brakes. The range
 * that is engaged is what the drive control has commanded, not what the driver wished.
 */
public final class Motion {
    private static final double MASS = 2_400;
    private static final double FORCE_PER_TORQUE = 25;
    private static final double DRAG_PER_SPEED_SQUARED = 0.36;
    private static final double ROLLING = 240;
    private static final double BRAKES = 24_000;
    private static final double KILOMETRES_PER_HOUR = 3.6;
    private static final double STANDS_BELOW = 0.02;

    private final Control<Gear> selector = new Control<>();
    private Gear gear = Gear.P;
    private double metresPerSecond;
    private double odometer;

    Motion(Conditions conditions) {
        odometer = conditions.odometer();
    }

    /** The gear selector in the driver's hand, wired to the drive control. */
    public Control<Gear> selector() {
        return selector;
    }

    /** Engages a range, as the drive control does; P engages only below 2 km/h. */
    public void engage(Gear range) {
        if (range != Gear.P || speed() < 2) {
            gear = range;
        }
    }

    /** The range that is engaged. */
    public Gear gear() {
        return gear;
    }

    /** Speed, km/h, without direction. */
    public double speed() {
        return metresPerSecond * KILOMETRES_PER_HOUR;
    }

    /** Distance driven, km. */
    public double odometer() {
        return odometer;
    }

    /** Force of the motor at the wheels for {@code torque} in newton metres, newtons; none in P and N. */
    double propulsion(double torque) {
        return gear == Gear.D || gear == Gear.R ? Math.abs(torque) * FORCE_PER_TORQUE : 0;
    }

    /** The torque that gives {@code acceleration} in m/s² at the present speed, newton metres; negative asks for the brakes. */
    double torqueFor(double acceleration) {
        return (acceleration * MASS + resistance()) / FORCE_PER_TORQUE;
    }

    void step(double seconds, double propulsion, double brake) {
        double held = gear == Gear.P ? BRAKES : resistance() + brake * BRAKES;
        double after = metresPerSecond + (propulsion - held) / MASS * seconds;
        metresPerSecond = after < STANDS_BELOW ? 0 : after;
        odometer += metresPerSecond * seconds / 1000;
    }

    private double resistance() {
        return ROLLING + DRAG_PER_SPEED_SQUARED * metresPerSecond * metresPerSecond;
    }
}
