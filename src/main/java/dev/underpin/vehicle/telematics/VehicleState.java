package dev.underpin.vehicle.telematics;

import java.util.List;

/**
 * What the telematics unit knows of the vehicle's state: signals that the gateway decodes from the buses and serves on the in-vehicle
 * network. Values are the last received ones. Threading: the scheduler's thread.
 */
public interface VehicleState {
    /** State of charge of the high-voltage battery, percent. */
    double stateOfCharge();

    /** Voltage of the 12 V supply, volts. */
    double lowVoltage();

    /** Speed, km/h. */
    double speed();

    /** Selected gear: P, R, N or D. */
    String gear();

    /** Whether the ignition is on. */
    boolean ignition();

    /** Whether a charger is plugged in and supplies. */
    boolean chargerConnected();

    /** Whether route guidance is running. */
    boolean navigationActive();

    /** Whether a driving assistance function is active. */
    boolean drivingAssistanceActive();

    /** What contacts and sensors of the body tell. */
    Body body();

    /** Distance driven, km. */
    double odometer();

    /** Names of the lamps that the cluster shows. */
    List<String> lamps();

    /**
     * What contacts and sensors of the body tell.
     *
     * @param tester whether something is plugged into the diagnostic connector
     * @param alarm whether the theft alarm is on
     * @param crash whether the crash sensor has triggered
     * @param slope how steep the vehicle stands, degrees
     */
    record Body(
            boolean doorOpen,
            boolean bonnetOpen,
            boolean trailer,
            boolean tester,
            boolean alarm,
            boolean crash,
            double slope) {
        /** Everything shut and level. */
        public static final Body SHUT = new Body(false, false, false, false, false, false, 0);
    }
}
