package dev.underpin.vehicle.plant;

/**
 * The pump of the battery's coolant loop. Its speed follows the command with a lag of half a second; what wears or blocks the
 * impeller keeps it below.
 *
 * <p>Debris between impeller and housing breaks loose when the pump is driven at full speed for eight seconds; a worn impeller stays
 * worn.
 */
public final class Pump {
    /** The full speed, revolutions per minute; the thermal control asks for it in a run test only. */
    public static final double FULL_SPEED = 6_000;

    private static final double LAG_SECONDS = 0.5;
    private static final double BREAKS_LOOSE_AFTER_SECONDS = 8;
    private static final double NOMINAL_AMPERES = 4.5;

    private double commanded;
    private double rpm;
    private double worn;
    private double debris;
    private double fullSpeedFor;

    private final Sensor speed = new Sensor(() -> rpm);

    /** Commands a speed, revolutions per minute. */
    public void command(double revolutionsPerMinute) {
        commanded = revolutionsPerMinute;
    }

    /** The commanded speed, revolutions per minute. */
    public double commanded() {
        return commanded;
    }

    /** The speed as measured, revolutions per minute. */
    public Sensor speed() {
        return speed;
    }

    /** The true speed, revolutions per minute. */
    public double rpm() {
        return rpm;
    }

    /** Current of the pump's motor, amperes; a braked impeller draws more. */
    public double amperes() {
        return commanded == 0 ? 0 : NOMINAL_AMPERES * commanded / FULL_SPEED * (1 + loss());
    }

    /** Wears the impeller: 0 is sound, 1 is seized. Nothing done from afar changes it. */
    public void worn(double degree) {
        worn = degree;
    }

    /** Puts debris into the impeller: 0 is none, 1 blocks it. A run at full speed frees it. */
    public void debris(double degree) {
        debris = degree;
        fullSpeedFor = 0;
    }

    /** The share of the commanded speed that is lost, 0..1. */
    public double loss() {
        return Math.max(worn, debris);
    }

    void step(double seconds) {
        double target = commanded * (1 - loss());
        rpm += (target - rpm) * Math.min(1, seconds / LAG_SECONDS);
        fullSpeedFor = commanded >= FULL_SPEED ? fullSpeedFor + seconds : 0;
        if (fullSpeedFor >= BREAKS_LOOSE_AFTER_SECONDS) {
            debris = 0;
        }
    }
}
