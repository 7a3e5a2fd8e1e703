package dev.underpin.vehicle.plant;

/** The charge inlet: what stands at the other end of the cable, and the on-board charger's power stage. */
public final class Charging {
    private static final double CHARGER_EFFICIENCY = 0.93;
    private static final double LARGEST_KILOWATTS = 11;
    private static final double MAINS_VOLTS = 230;
    private static final int PHASES = 3;
    private static final double WARMTH_PER_KILOWATT = 3;
    private static final double HOLDS_SECONDS = 1;

    private boolean plugged;
    private double stationKilowatts;
    private boolean proximityOpen;
    private boolean pilotOpen;
    private double stationVolts = MAINS_VOLTS;
    private double extraWarmth;
    private double holdsFor;
    private double watts;

    /** Whether a plug is in the inlet. */
    public boolean plugged() {
        return plugged;
    }

    /** What the station offers on its control pilot, kilowatts; 0 without plug or pilot. */
    public double offered() {
        return plugged && !pilotOpen ? stationKilowatts : 0;
    }

    /** Opens the control pilot circuit of the inlet; false is sound. */
    public void pilotOpen(boolean open) {
        pilotOpen = open;
    }

    /** Voltage between phase and neutral at the inlet, volts; 0 without plug. */
    public double stationVolts() {
        return plugged ? stationVolts : 0;
    }

    /** Sets the station's voltage, volts; 230 is sound. */
    public void stationVolts(double volts) {
        stationVolts = volts;
    }

    /** Current of each phase, amperes. */
    public double stationAmperes() {
        return watts / (PHASES * stationVolts);
    }

    /** How much warmer the charger is than the air, kelvins. */
    public double warmth() {
        return watts / 1000 * WARMTH_PER_KILOWATT + extraWarmth;
    }

    /** Sets how much warmer than by its losses the charger is, kelvins; 0 is sound. */
    public void extraWarmth(double kelvins) {
        extraWarmth = kelvins;
    }

    /** Whether the proximity contact of the plug is sensed. */
    public boolean proximity() {
        return plugged && !proximityOpen;
    }

    /** Opens the proximity circuit of the inlet; false is sound. */
    public void proximityOpen(boolean open) {
        proximityOpen = open;
    }

    /** Power that the station gives, watts. */
    public double watts() {
        return watts;
    }

    /** Takes power from the station, as the charger's control does again and again; a command holds for one second. */
    public void take(boolean on) {
        holdsFor = on ? HOLDS_SECONDS : 0;
    }

    void plug(double kilowatts) {
        plugged = true;
        stationKilowatts = kilowatts;
    }

    void unplug() {
        plugged = false;
        holdsFor = 0;
    }

    /** Power into the high-voltage net, watts. */
    double chargingWatts() {
        return watts * CHARGER_EFFICIENCY;
    }

    void step(double seconds, Pack pack) {
        boolean taking = holdsFor > 0 && pack.live() && pack.stateOfCharge() < 100;
        watts = taking ? Math.min(LARGEST_KILOWATTS, offered()) * 1000 : 0;
        holdsFor -= seconds;
    }
}
