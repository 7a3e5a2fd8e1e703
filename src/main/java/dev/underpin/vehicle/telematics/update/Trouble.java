package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.update.UpdateViews.CONTACT_SUPPORT;
import static dev.underpin.vehicle.telematics.update.UpdateViews.LATER;
import static dev.underpin.vehicle.telematics.update.UpdateViews.RETRY;
import static dev.underpin.vehicle.telematics.update.UpdateViews.SCHEDULE;
import static dev.underpin.vehicle.telematics.update.UpdateViews.TROUBLESHOOTING;

import java.util.List;

/** How a {@link Reason} is put to the user: headline, cause and advice, and what can be done. */
record Trouble(String title, List<String> lines, List<String> buttons) {
    private static final List<String> COMES_RIGHT = List.of(RETRY, SCHEDULE, LATER);
    private static final List<String> WITH_SUPPORT = List.of(RETRY, LATER, CONTACT_SUPPORT);
    private static final List<String> ONLY_SUPPORT = List.of(LATER, CONTACT_SUPPORT);

    static Trouble of(Reason reason) {
        return switch (reason) {
            case NETWORK ->
                new Trouble(
                        "A stable connection is required",
                        List.of("Connect to Wi-Fi or enable cellular data", "Or switch to a stronger Wi-Fi network"),
                        COMES_RIGHT);
            case BATTERY ->
                new Trouble(
                        "Battery too low",
                        List.of("The battery needs at least 30 % charge", "Connect the vehicle to a charger"),
                        COMES_RIGHT);
            case LOW_VOLTAGE ->
                new Trouble(
                        "12 V supply too low",
                        List.of("The 12 V battery cannot carry the update", "Connect the vehicle to a charger"),
                        COMES_RIGHT);
            case NOT_PARKED ->
                new Trouble("Park the vehicle", List.of("Stop in a safe place", "Select P"), COMES_RIGHT);
            case NAVIGATION_ACTIVE ->
                new Trouble("Navigation is active", List.of("End the route guidance"), COMES_RIGHT);
            case DRIVING_ASSISTANCE_ACTIVE ->
                new Trouble("Driving assistance is active", List.of("Switch the driving assistance off"), COMES_RIGHT);
            default -> ofBody(reason);
        };
    }

    private static Trouble ofBody(Reason reason) {
        return switch (reason) {
            case DOOR_OPEN -> new Trouble("A door is open", List.of("Close all doors"), COMES_RIGHT);
            case BONNET_OPEN -> new Trouble("The bonnet is open", List.of("Close the bonnet"), COMES_RIGHT);
            case SLOPE ->
                new Trouble("The vehicle stands too steep", List.of("Park the vehicle on level ground"), COMES_RIGHT);
            case TRAILER -> new Trouble("A trailer is connected", List.of("Unplug the trailer"), COMES_RIGHT);
            case TESTER_CONNECTED ->
                new Trouble(
                        "A device is in the diagnostic connector",
                        List.of("Unplug it, or have the workshop finish first"),
                        COMES_RIGHT);
            case ALARM -> new Trouble("The theft alarm is on", List.of("Switch the alarm off"), COMES_RIGHT);
            case CRASH ->
                new Trouble(
                        "A crash was detected", List.of("Have the vehicle examined at a service centre"), ONLY_SUPPORT);
            default -> ofSystem(reason);
        };
    }

    private static Trouble ofSystem(Reason reason) {
        return switch (reason) {
            case ACCOUNT_NOT_REGISTERED ->
                new Trouble(
                        "No registered account",
                        List.of("Register the vehicle in the app to receive updates"),
                        ONLY_SUPPORT);
            case CONSENT_MISSING ->
                new Trouble("Consent is missing", List.of("Allow software updates in the app"), ONLY_SUPPORT);
            case OTA_NOT_SUPPORTED ->
                new Trouble(
                        "Not supported by this vehicle",
                        List.of("This update is made at a service centre"),
                        ONLY_SUPPORT);
            case VERIFICATION_FAILED ->
                new Trouble(
                        "The update could not be verified",
                        List.of("Nothing was changed", "Retry, or contact support"),
                        WITH_SUPPORT);
            case INSTALLATION_FAILED ->
                new Trouble(
                        "The installation failed",
                        List.of("Contact support", "Retry now or schedule a retry"),
                        List.of(RETRY, SCHEDULE, CONTACT_SUPPORT, TROUBLESHOOTING));
            case STORAGE_FULL ->
                new Trouble("Not enough storage", List.of("Free storage in the vehicle", "Then retry"), WITH_SUPPORT);
            case KEY_LOCKED ->
                new Trouble(
                        "The vehicle cannot prove its identity",
                        List.of("Nothing was changed", "Its key is renewed at a service centre"),
                        WITH_SUPPORT);
            case CANCELLED -> new Trouble("Update cancelled", List.of("Nothing was changed"), COMES_RIGHT);
            default ->
                new Trouble(
                        "The update service is unavailable",
                        List.of("Nothing was changed", "Try again later"),
                        COMES_RIGHT);
        };
    }
}
