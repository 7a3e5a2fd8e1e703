package dev.underpin.vehicle.ecu;

import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Ties the names in the table of control units to an application's values and behaviours. A name that the table does not declare for
 * the control unit, or one that is bound twice, is an {@link IllegalArgumentException}.
 */
public interface Bindings {
    /** The value of a numeric data identifier, in the table's unit. */
    void number(String did, DoubleSupplier value);

    /** The value of a text data identifier, or the label of one with a value table. */
    void text(String did, Supplier<String> value);

    /** The value of a data identifier that is a row of numbers of one type, such as cell voltages. */
    void numbers(String did, Supplier<double[]> values);

    /** Takes a value that a tester wrote (0x2E) to a data identifier that the table calls writable. */
    void written(String did, DoubleConsumer value);

    /**
     * Takes over a data identifier that the table calls controllable (0x2F): {@code adjust} gets the value that a tester wants,
     * {@code release} gives control back to the application.
     */
    void controlled(String did, DoubleConsumer adjust, Runnable release);

    /** The same for a row of numbers: {@code adjust} and {@code release} are told which element is meant, from 0. */
    void controlledRow(String did, ElementConsumer adjust, IntConsumer release);

    /** The behaviour of a routine (0x31). */
    void routine(String name, RoutineTask task);

    /**
     * The surroundings of a fault: names of snapshot identifiers of the table with a number or text each. Names that this control unit
     * does not know are left out; {@code Utc}, {@code ApplicationSoftware}, {@code SupplyVoltage} and {@code LastResetCause} come from the
     * control unit itself.
     */
    void snapshot(Supplier<Map<String, Object>> surroundings);

    /** Takes a value for an element of a row. */
    @FunctionalInterface
    interface ElementConsumer {
        /** The element of that number, from 0, shall have {@code value}. */
        void accept(int element, double value);
    }
}
