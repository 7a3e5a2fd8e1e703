package dev.underpin.vehicle.plant;

/**
 * How the vehicle stands when the scenario begins.
 *
 * @param stateOfCharge of the high-voltage battery, percent
 * @param lowVoltageCharge of the 12 V battery, percent
 * @param ambient air temperature, degrees Celsius; everything in the vehicle begins at it
 * @param odometer distance driven so far, km
 */
public record Conditions(double stateOfCharge, double lowVoltageCharge, double ambient, double odometer) {
    /** A sound vehicle on a mild day: 72 %, 12 V battery at 90 %, 20 degrees, 18 204 km. */
    public static final Conditions USUAL = new Conditions(72, 90, 20, 18_204);

    /** The same with another state of charge, percent. */
    public Conditions withStateOfCharge(double percent) {
        return new Conditions(percent, lowVoltageCharge, ambient, odometer);
    }
}
