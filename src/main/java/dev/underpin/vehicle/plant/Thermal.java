package dev.underpin.vehicle.plant;

/**
 * The coolant loop: pump, battery plates, inverter jacket, radiator. One volume of coolant whose temperature before and after the
 * battery differs by the heat that the flow takes up.
 */
public final class Thermal {
    private static final double COOLANT_HEAT_CAPACITY = 36_000;
    private static final double INVERTER_HEAT_CAPACITY = 15_000;
    private static final double BATTERY_TO_COOLANT = 350;
    private static final double INVERTER_TO_COOLANT = 120;
    private static final double RADIATOR_STANDING = 60;
    private static final double RADIATOR_PER_KILOMETRE_PER_HOUR = 4;
    private static final double FLOW_HEAT_PER_RPM = 0.14;
    private static final double NATURAL_FLOW = 0.05;

    private final Pump pump = new Pump();
    private double ambient;
    private double coolant;
    private double inverter;
    private double extraInverterHeat;
    private double batteryHeat;

    private final Sensor inverterSensor = new Sensor(() -> inverter);
    private final Sensor inlet = new Sensor(() -> coolant);
    private final Sensor outlet = new Sensor(this::outletTemperature);

    Thermal(Conditions conditions) {
        ambient = conditions.ambient();
        coolant = ambient;
        inverter = ambient;
    }

    /** The pump of the loop. */
    public Pump pump() {
        return pump;
    }

    /** Air temperature, degrees Celsius. */
    public double ambient() {
        return ambient;
    }

    /** Sets the air temperature, degrees Celsius. */
    public void ambient(double celsius) {
        ambient = celsius;
    }

    /** Coolant before the battery as measured, degrees Celsius. */
    public Sensor inlet() {
        return inlet;
    }

    /** Coolant after the battery as measured, degrees Celsius. */
    public Sensor outlet() {
        return outlet;
    }

    /** Temperature of the inverter as measured, degrees Celsius. */
    public Sensor inverter() {
        return inverterSensor;
    }

    /** Sets the temperature of the inverter, degrees Celsius. */
    public void inverter(double celsius) {
        inverter = celsius;
    }

    /** Sets heat that the inverter makes beyond its losses, watts; 0 is sound. */
    public void extraInverterHeat(double watts) {
        extraInverterHeat = watts;
    }

    /** Heat that flows from the battery into the coolant, watts. */
    double heatFrom(double batteryTemperature) {
        batteryHeat = BATTERY_TO_COOLANT * flow() * (batteryTemperature - coolant);
        return batteryHeat;
    }

    void step(double seconds, double inverterLoss, double kilometresPerHour) {
        pump.step(seconds);
        double taken = limited(INVERTER_TO_COOLANT * flow(), INVERTER_HEAT_CAPACITY, seconds) * (inverter - coolant);
        inverter += (inverterLoss + extraInverterHeat - taken) * seconds / INVERTER_HEAT_CAPACITY;
        double radiator = RADIATOR_STANDING + RADIATOR_PER_KILOMETRE_PER_HOUR * kilometresPerHour;
        double given = limited(radiator, COOLANT_HEAT_CAPACITY, seconds) * (coolant - ambient);
        coolant += (taken + batteryHeat - given) * seconds / COOLANT_HEAT_CAPACITY;
    }

    private double outletTemperature() {
        return coolant + batteryHeat / Math.max(50, FLOW_HEAT_PER_RPM * pump.rpm());
    }

    private double flow() {
        return Math.max(NATURAL_FLOW, pump.rpm() / Pump.FULL_SPEED);
    }

    /** A conductance that cannot carry more than the difference of temperatures within one step. */
    private static double limited(double wattsPerKelvin, double heatCapacity, double seconds) {
        return Math.min(wattsPerKelvin, heatCapacity / seconds / 2);
    }
}
