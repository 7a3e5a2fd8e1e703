package dev.underpin.rig.port;

/** What is around the car, set before or during a scenario. */
public interface Surroundings {
    /** Switches Wi-Fi on with a good network, or off. */
    void wifi(boolean on);

    /** Switches cellular data on with a good network, or off. */
    void cellular(boolean on);

    /** Makes what network there is unstable: slow and lossy. */
    void weakNetwork();

    /** Whether the vehicle has any network now. */
    boolean connected();

    /** Sets the charge of the high-voltage battery, percent. */
    void stateOfCharge(double percent);

    /** Sets the charge of the 12 V battery, percent. */
    void lowVoltageCharge(double percent);

    /** Enables or disables the car's remote diagnostic interface, as its policy does. */
    void diagnosticInterface(boolean enabled);
}
