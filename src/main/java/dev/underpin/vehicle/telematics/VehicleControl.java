package dev.underpin.vehicle.telematics;

/** What the telematics unit may ask of the vehicle through the gateway, which puts it on the buses as a signal. */
public interface VehicleControl {
    /**
     * Asks for update mode: the drive control refuses gears and torque, comfort functions switch off; hazard lights, doors and
     * emergency call stay. Ends with {@code false}.
     *
     * @return whether the gateway has taken the order; it has not while it is without supply or starts
     */
    boolean updateMode(boolean on);

    /** Restarts the vehicle's ignition domain: every ECU is powered off and on; {@code restarted} runs when all answer again. */
    void restart(Runnable restarted);
}
