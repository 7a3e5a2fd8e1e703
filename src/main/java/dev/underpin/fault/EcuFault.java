package dev.underpin.fault;

/** Faults of a control unit's own works. */
public sealed interface EcuFault extends Fault {
    /** A control unit resets, once: its supply dips for 10 ms. */
    record EcuReset(String ecu) implements EcuFault {}

    /** For so many milliseconds after each start a control unit neither hears nor says anything on its buses. */
    record EcuSlowBoot(String ecu, int millis) implements EcuFault {}

    /** The vehicle's clock is wrong by so many seconds. */
    record ClockWrong(long seconds) implements EcuFault {}

    /** The vehicle's clock runs too fast by so many parts in a million. */
    record ClockDrift(int partsPerMillion) implements EcuFault {}

    /** The image for a control unit changes in the telematics unit's store, whole as it is there. */
    record ImageAltered(String ecu, Alteration alteration) implements EcuFault {}

    /** A control unit that starts other software than now resets again and again. */
    record NewSoftwareLoops(String ecu) implements EcuFault {}

    /** A control unit that starts other software than now neither hears nor says anything. */
    record NewSoftwareHangs(String ecu) implements EcuFault {}

    /** The telematics unit starts again and finds its journal in a form that newer software wrote. */
    record JournalNewer() implements EcuFault {}

    /** The telematics unit's key store gives the vehicle's key to nobody. */
    record KeysLocked() implements EcuFault {}

    /** Other programs of the telematics unit write so many lines a second into its log. */
    record LogFlood(int linesPerSecond) implements EcuFault {}

    /** How an image in the store is altered. */
    enum Alteration {
        /** A bit in its middle is inverted. */
        BIT,
        /** It is an older one for the same control unit, signed by the maker. */
        OLDER,
        /** It is one for another control unit, signed by the maker. */
        OTHER_UNIT
    }

    /** The telematics unit's store for images has room for no more than so many kibibytes. */
    record StorageFull(int kibibytes) implements EcuFault {}
}
