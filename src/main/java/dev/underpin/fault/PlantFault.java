package dev.underpin.fault;

/** Faults of the vehicle's physics. */
public sealed interface PlantFault extends Fault {
    /** Debris between impeller and housing of the coolant pump: it turns too slowly until driven at full speed for some seconds. */
    record CoolantPumpClogged() implements PlantFault {}

    /** The impeller of the coolant pump is worn: it turns too slowly for good. */
    record CoolantPumpWorn() implements PlantFault {}

    /** A sensor tells too much, in the unit of its quantity. */
    record SensorDrift(Sensor sensor, double by) implements PlantFault {}

    /** The insulation of the high-voltage net falls to so many kilo-ohms. */
    record IsolationLow(double kiloOhms) implements PlantFault {}

    /** One cell lies so many volts away from the others. */
    record CellWeak(double volts) implements PlantFault {}

    /** A high-voltage connector is open. */
    record InterlockOpen() implements PlantFault {}

    /** The DC/DC converter has lost so many percent of its current. */
    record ConverterWeak(int percent) implements PlantFault {}

    /** The high-voltage battery has only so many percent left. */
    record ChargeLow(int percent) implements PlantFault {}

    /** The 12 V battery has only so many percent left. */
    record LowVoltageLow(int percent) implements PlantFault {}

    /** A contact of the body is closed, such as that of a door. */
    record BodyContact(Contact contact) implements PlantFault {}

    /** The vehicle stands on a slope of so many degrees. */
    record OnSlope(int degrees) implements PlantFault {}

    /** Contacts of the body. */
    enum Contact {
        /** A door is open. */
        DOOR_OPEN,
        /** The bonnet is open. */
        BONNET_OPEN,
        /** A trailer is plugged in. */
        TRAILER,
        /** Something is plugged into the diagnostic connector. */
        TESTER_PLUGGED,
        /** The theft alarm is on. */
        ALARM,
        /** The crash sensor has triggered. */
        CRASH
    }

    /** The sensors that can drift. */
    enum Sensor {
        /** Coolant before the battery, degrees Celsius. */
        COOLANT_INLET,
        /** The inverter, degrees Celsius. */
        INVERTER,
        /** The hottest cell, degrees Celsius. */
        HOTTEST_CELL,
        /** The highest cell, volts. */
        HIGHEST_CELL,
        /** The lowest cell, volts. */
        LOWEST_CELL,
        /** The insulation, kilo-ohms. */
        INSULATION
    }
}
