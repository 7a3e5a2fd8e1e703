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

    /** Each press comes so many times. */
    record Hammers(int times) implements PeopleFault {}

    /** The user takes the consent to remote diagnostics back in the companion app. */
    record WithdrawsConsent() implements PeopleFault {}

    /**
     * Somebody who has no business there calls the cloud from outside, once.
     *
     * @param as who that is
     * @param method HTTP method
     * @param path where to; {@code {vin}} and {@code {session}} stand for the vehicle under test and its last session
     * @param body what is sent, JSON
     */
    record Trespasses(Trespasser as, String method, String path, String body) implements PeopleFault {}

    /** Somebody pulls the charge plug. */
    record Unplugs() implements PeopleFault {}
}
