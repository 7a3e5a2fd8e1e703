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

    /** Distance driven, km. */
    double odometer();

    /** Names of the lamps that the cluster shows. */
    List<String> lamps();
}
