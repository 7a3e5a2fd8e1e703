package dev.underpin.vehicle.plant;

/**
 * The 12 V net: battery of 60 Ah, loads, and the DC/DC converter that feeds it from the high-voltage net. Voltage is the converter's
 * as long as it can carry the load; else the battery's, less what its inner resistance takes.
 */
public final class LowVoltage {
    /** What the converter holds, volts. */
    public static final double SETPOINT = 14.2;

    private static final double BATTERY_AMPERE_HOURS = 60;
    private static final double EMPTY_VOLTS = 10.5;
    private static final double FULL_VOLTS = 12.9;
    private static final double RESISTANCE_OHMS = 0.015;
    private static final double CHARGING_OHMS = 0.06;
    private static final double CONVERTER_AMPERES = 200;
    private static final double HOLDS_SECONDS = 1;
    private static final double TRIP_CLEARS_SECONDS = 2;
    private static final double CONVERTER_EFFICIENCY = 0.94;

    private double charge;
    private double volts;
    private double load;
    private double extraLoad;
    private double converterLoss;
    private double converterAmperes;
    private double holdsFor;
    private double offFor;
    private boolean tripped;

    private final Sensor battery = new Sensor(() -> volts);
    private final Sensor output = new Sensor(() -> volts);

    LowVoltage(Conditions conditions) {
        charge = conditions.lowVoltageCharge();
        volts = openCircuit();
    }

    /** Voltage of the net as the battery's sensor measures it, volts. */
    public Sensor battery() {
        return battery;
    }

    /** Voltage at the converter's output as it measures it, volts. */
    public Sensor output() {
        return output;
    }

    /** True voltage of the net, volts. */
    public double volts() {
        return volts;
    }

    /** Charge of the 12 V battery, percent. */
    public double charge() {
        return charge;
    }

    /** Sets the charge of the 12 V battery, percent. */
    public void charge(double percent) {
        charge = Math.clamp(percent, 0, 100);
    }

    /** Sets an additional load, amperes; 0 is sound. */
    public void extraLoad(double amperes) {
        extraLoad = amperes;
    }

    /** Sets how much of its current the converter has lost: 0 is sound, 1 gives nothing. */
    public void converterLoss(double degree) {
        converterLoss = degree;
    }

    /** Trips the converter's power stage: it gives nothing until its control has switched it off for two seconds. */
    public void trip() {
        tripped = true;
        offFor = 0;
    }

    /** Switches the converter, as its control does again and again; a command holds for one second. */
    public void converter(boolean on) {
        holdsFor = on ? HOLDS_SECONDS : 0;
    }

    /** Current that the converter gives, amperes. */
    public double converterAmperes() {
        return converterAmperes;
    }

    /** Current of all loads, amperes. */
    public double loadAmperes() {
        return load + extraLoad;
    }

    /** Power that the converter takes from the high-voltage net, watts. */
    double converterWatts() {
        return converterAmperes * volts / CONVERTER_EFFICIENCY;
    }

    void step(double seconds, double loadAmperes, boolean highVoltage) {
        load = loadAmperes;
        rest(seconds);
        double available = holdsFor > 0 && highVoltage && !tripped ? CONVERTER_AMPERES * (1 - converterLoss) : 0;
        double charging = Math.max(0, (SETPOINT - openCircuit()) / CHARGING_OHMS) * (charge < 100 ? 1 : 0);
        double wanted = loadAmperes() + charging;
        converterAmperes = Math.min(available, wanted);
        double fromBattery = loadAmperes() - converterAmperes;
        charge(charge - fromBattery * seconds / 3600 / BATTERY_AMPERE_HOURS * 100);
        holdsFor -= seconds;
        volts = available >= wanted ? SETPOINT : batteryVolts(fromBattery);
    }

    private void rest(double seconds) {
        offFor = holdsFor > 0 ? 0 : offFor + seconds;
        tripped &= offFor < TRIP_CLEARS_SECONDS;
    }

    private double batteryVolts(double amperes) {
        double resistance = amperes < 0 ? CHARGING_OHMS : RESISTANCE_OHMS;
        return charge == 0 ? 0 : openCircuit() - amperes * resistance;
    }

    private double openCircuit() {
        return EMPTY_VOLTS + (FULL_VOLTS - EMPTY_VOLTS) * charge / 100;
    }
}
