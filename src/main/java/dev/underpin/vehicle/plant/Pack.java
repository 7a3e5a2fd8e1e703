package dev.underpin.vehicle.plant;

/**
 * The high-voltage battery: 96 cells in series, 100 kWh, contactors, cell voltages and temperatures, insulation against the body.
 *
 * <p>Current counts positive when it discharges. The contactors are held by the coil driver of the battery management: a command
 * holds for one second, so a battery management that stops loses them.
 */
public final class Pack {
    static final double CAPACITY_KILOWATT_HOURS = 100;
    private static final int CELLS = 96;
    private static final double EMPTY_CELL_VOLTS = 3.25;
    private static final double VOLTS_PER_PERCENT = 0.009;
    private static final double RESISTANCE_OHMS = 0.05;
    private static final double CELL_SPREAD_VOLTS = 0.004;
    private static final double TEMPERATURE_SPREAD = 1.5;
    private static final double HEAT_CAPACITY = 450_000;
    private static final double COIL_HOLDS_SECONDS = 1;
    private static final double BALANCING_VOLTS_PER_SECOND = 0.002;
    private static final double SOUND_INSULATION_KILOOHMS = 5_000;

    private double stateOfCharge;
    private double amperes;
    private double temperature;
    private double isolation = SOUND_INSULATION_KILOOHMS;
    private double cellOffset;
    private double extraHeat;
    private boolean interlock = true;
    private boolean contactorsClosed;
    private double coilHoldsFor;

    private final Sensor cellTemperature = new Sensor(() -> temperature + TEMPERATURE_SPREAD);
    private final Sensor insulation = new Sensor(() -> isolation);
    private final Sensor highestCell = new Sensor(this::highestCellVolts);
    private final Sensor lowestCell = new Sensor(this::lowestCellVolts);

    Pack(Conditions conditions) {
        stateOfCharge = conditions.stateOfCharge();
        temperature = conditions.ambient();
    }

    /** Commands the contactors, as the battery management does again and again. */
    public void commandContactors(boolean close) {
        contactorsClosed = close;
        coilHoldsFor = close ? COIL_HOLDS_SECONDS : 0;
    }

    /** Whether both main contactors are closed, so that the high-voltage net is live. */
    public boolean live() {
        return contactorsClosed;
    }

    /** State of charge, percent. */
    public double stateOfCharge() {
        return stateOfCharge;
    }

    /** Sets the state of charge, percent. */
    public void stateOfCharge(double percent) {
        stateOfCharge = Math.clamp(percent, 0, 100);
    }

    /** Voltage of the pack, before the contactors, volts. */
    public double volts() {
        return CELLS * cellVolts();
    }

    /** Current out of the pack, amperes; negative while charging. */
    public double amperes() {
        return amperes;
    }

    /** Mean temperature of the cells, degrees Celsius. */
    public double temperature() {
        return temperature;
    }

    /** Sets the mean temperature of the cells, degrees Celsius. */
    public void temperature(double celsius) {
        temperature = celsius;
    }

    /** The temperature of the hottest cell as measured, degrees Celsius. */
    public Sensor hottestCell() {
        return cellTemperature;
    }

    /** The temperature of the coldest cell, degrees Celsius. */
    public double coldestCell() {
        return temperature - TEMPERATURE_SPREAD;
    }

    /** The voltage of the highest cell as measured, volts. */
    public Sensor highestCell() {
        return highestCell;
    }

    /** The voltage of the lowest cell as measured, volts. */
    public Sensor lowestCell() {
        return lowestCell;
    }

    /** The insulation resistance as measured, kilo-ohms. */
    public Sensor insulation() {
        return insulation;
    }

    /** Sets the insulation resistance between the high-voltage net and the body, kilo-ohms; 5000 is sound. */
    public void isolation(double kiloOhms) {
        isolation = kiloOhms;
    }

    /** Sets how far one cell lies from the others, volts; 0 is sound. */
    public void cellOffset(double volts) {
        cellOffset = volts;
    }

    /** Whether the loop through all high-voltage connectors is closed. */
    public boolean interlock() {
        return interlock;
    }

    /** Opens the loop through the high-voltage connectors ({@code false}) or closes it. */
    public void interlock(boolean closed) {
        interlock = closed;
    }

    /** Balances for {@code seconds}, as the battery management does: brings the odd cell back to the others by 2 mV a second. */
    public void balance(double seconds) {
        double step = BALANCING_VOLTS_PER_SECOND * seconds;
        cellOffset -= Math.clamp(cellOffset, -step, step);
    }

    /** Mean voltage of the cells, volts. */
    public double cellVolts() {
        return EMPTY_CELL_VOLTS + VOLTS_PER_PERCENT * stateOfCharge - amperes * RESISTANCE_OHMS / CELLS;
    }

    /** Sets heat that the cells make beyond their losses, watts, as an inner short does; 0 is sound. */
    public void extraHeat(double watts) {
        extraHeat = watts;
    }

    /** Heats or cools the cells for {@code seconds} and draws {@code watts} (negative: charges). */
    void step(double seconds, double watts, double heatToCoolant) {
        coilHoldsFor -= seconds;
        contactorsClosed &= coilHoldsFor > 0;
        amperes = contactorsClosed ? watts / volts() : 0;
        double kilowattHours = amperes * volts() / 1000 * seconds / 3600;
        stateOfCharge(stateOfCharge - kilowattHours / CAPACITY_KILOWATT_HOURS * 100);
        double heat = amperes * amperes * RESISTANCE_OHMS + extraHeat - heatToCoolant;
        temperature += heat * seconds / HEAT_CAPACITY;
    }

    private double highestCellVolts() {
        return cellVolts() + Math.max(CELL_SPREAD_VOLTS, cellOffset);
    }

    private double lowestCellVolts() {
        return cellVolts() + Math.min(-CELL_SPREAD_VOLTS, cellOffset);
    }
}
