package dev.underpin.fault;

/** What people do that nobody has asked them for, or do not do. */
public sealed interface PeopleFault extends Fault {
    /** Somebody presses Cancel, Later or End wherever a screen offers it. */
    record Cancels() implements PeopleFault {}

    /** The driver turns the ignition off and leaves. */
    record WalksAway() implements PeopleFault {}

    /** The driver asks for D and drives at so many km/h. */
    record DrivesOff(int kilometresPerHour) implements PeopleFault {}

    /** Nobody answers what screens ask. */
    record NoAnswer() implements PeopleFault {}

    /** Each press comes twice. */
    record DoublePress() implements PeopleFault {}

    /** What is pressed on the infotainment is pressed in the companion app too, if it offers it, and the other way round. */
    record TwoPlaces() implements PeopleFault {}

    /** Somebody pulls the charge plug. */
    record Unplugs() implements PeopleFault {}
}
