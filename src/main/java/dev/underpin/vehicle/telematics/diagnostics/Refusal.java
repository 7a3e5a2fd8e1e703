package dev.underpin.vehicle.telematics.diagnostics;

import java.util.Locale;

/** Why remote diagnostics is not available now. */
public enum Refusal {
    SOFTWARE_OUTDATED("The vehicle software is too old", "Install the software update, then try again"),
    HARDWARE_UNSUPPORTED("Not supported by this vehicle", "Call technical support"),
    NOT_REGISTERED("Nobody is registered", "Register in the app, then try again"),
    CONTACT_MISSING("Contact details are missing", "Enter a phone number in the app, then try again"),
    VIN_MISMATCH("The control units are of another vehicle", "Call technical support"),
    CLOCK_SKEW("The vehicle's clock is wrong", "Let it receive the time outdoors, then try again"),
    SERVICE_UNAVAILABLE("Technical support is not available now", "Try again in some minutes, or call"),
    NO_CONNECTION("No connection to technical support", "Connect to Wi-Fi or enable cellular data"),
    INTERFACE_DISABLED("Remote diagnostics is disabled", "Enable it in the settings of the vehicle"),
    CONSENT_REFUSED("No data was shared", "Without your consent support cannot read the vehicle"),
    BUSY_UPDATING("A software update is being installed", "Try again when it is done");

    private final String title;
    private final String advice;

    Refusal(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    /** The code on screens and in answers of the cloud, such as {@code not-registered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    String advice() {
        return advice;
    }

    /** The refusal behind an error code of the cloud; {@link #NO_CONNECTION} for one that is not among them. */
    static Refusal ofCode(String code) {
        for (Refusal refusal : values()) {
            if (refusal.code().equals(code)) {
                return refusal;
            }
        }
        return NO_CONNECTION;
    }
}
