package dev.underpin.vehicle.telematics.update;

import dev.underpin.uds.Nrc;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an update is refused or failed. */
public enum Reason {
    NETWORK,
    BATTERY,
    LOW_VOLTAGE,
    NOT_PARKED,
    NAVIGATION_ACTIVE,
    DRIVING_ASSISTANCE_ACTIVE,
    DOOR_OPEN,
    BONNET_OPEN,
    SLOPE,
    TRAILER,
    TESTER_CONNECTED,
    ALARM,
    CRASH,
    ACCOUNT_NOT_REGISTERED,
    CONSENT_MISSING,
    OTA_NOT_SUPPORTED,
    VERIFICATION_FAILED,
    INSTALLATION_FAILED,
    STORAGE_FULL,
    KEY_LOCKED,
    CLOUD_UNAVAILABLE,
    CANCELLED;

    /** The code on screens and in events, such as {@code low-voltage}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether waiting or the user can put it right, so that a scheduled start is worth another look. */
    boolean comesRight() {
        return switch (this) {
            case NETWORK,
                    BATTERY,
                    LOW_VOLTAGE,
                    NOT_PARKED,
                    NAVIGATION_ACTIVE,
                    DRIVING_ASSISTANCE_ACTIVE,
                    DOOR_OPEN,
                    BONNET_OPEN,
                    SLOPE,
                    TRAILER,
                    TESTER_CONNECTED,
                    ALARM,
                    CLOUD_UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** The reason behind a control unit's refusal to be programmed (ISO 14229-1:2020, annex A.1). */
    static Reason ofRefusal(@Nullable Nrc nrc) {
        return switch (nrc) {
            case VOLTAGE_TOO_LOW, VOLTAGE_TOO_HIGH -> LOW_VOLTAGE;
            case SPEED_TOO_HIGH, NOT_IN_PARK -> NOT_PARKED;
            case null, default -> INSTALLATION_FAILED;
        };
    }

    /** The reason behind an error code of the cloud; {@link #CLOUD_UNAVAILABLE} for one that is not among them. */
    public static Reason ofCode(String code) {
        for (Reason reason : values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        return CLOUD_UNAVAILABLE;
    }
}
