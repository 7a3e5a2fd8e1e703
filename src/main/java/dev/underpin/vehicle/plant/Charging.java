package dev.underpin.vehicle.plant;

/** The charge inlet: what stands at the other end of the cable, and the on-board charger's power stage. */
public final class Charging {
    private static final double CHARGER_EFFICIENCY = 0.93;
    private static final double LARGEST_KILOWATTS = 11;
    private static final double HOLDS_SECONDS = 1;

    private boolean plugged;
    private double stationKilowatts;
    private boolean proximityOpen;
    private double holdsFor;
    private double watts;

    /** Whether a plug is in the inlet. */
    public boolean plugged() {
        return plugged;
    }

    /** What the station offers on its control pilot, kilowatts; 0 without plug. */
    public double offered() {
        return plugged ? stationKilowatts : 0;
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
