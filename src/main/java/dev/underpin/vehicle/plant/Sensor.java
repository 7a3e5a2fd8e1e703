package dev.underpin.vehicle.plant;

import java.util.function.DoubleSupplier;

/** A measuring point: what an ECU reads is the physical value plus the sensor's own error. */
public final class Sensor {
    private final DoubleSupplier truth;
    private double offset;

    Sensor(DoubleSupplier truth) {
        this.truth = truth;
    }

    /** What the sensor tells, in the unit of the quantity. */
    public double read() {
        return truth.getAsDouble() + offset;
    }

    /** Sets the sensor's error, in the unit of the quantity; 0 is a sound sensor. */
    public void offset(double error) {
        offset = error;
    }
}
