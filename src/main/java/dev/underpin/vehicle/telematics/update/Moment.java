package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.update.Reason.BATTERY;
import static dev.underpin.vehicle.telematics.update.Reason.DRIVING_ASSISTANCE_ACTIVE;
import static dev.underpin.vehicle.telematics.update.Reason.LOW_VOLTAGE;
import static dev.underpin.vehicle.telematics.update.Reason.NAVIGATION_ACTIVE;
import static dev.underpin.vehicle.telematics.update.Reason.NETWORK;
import static dev.underpin.vehicle.telematics.update.Reason.NOT_PARKED;

import java.util.List;

/** When preconditions are examined, and which ones count then, the most telling first. */
public enum Moment {
    /** "Download Now": nothing but the download is agreed to. */
    DOWNLOAD(NETWORK, BATTERY, LOW_VOLTAGE),
    /** "Install Update": the whole way is agreed to. */
    INSTALL_UPDATE(NETWORK, BATTERY, LOW_VOLTAGE, NOT_PARKED, NAVIGATION_ACTIVE, DRIVING_ASSISTANCE_ACTIVE),
    /** "Confirm", and each minute until a scheduled start. */
    CONFIRM(BATTERY, LOW_VOLTAGE, NOT_PARKED, NAVIGATION_ACTIVE, DRIVING_ASSISTANCE_ACTIVE),
    /** Right before the first control unit is erased. */
    FIRST_ERASE(BATTERY, LOW_VOLTAGE, NOT_PARKED, NAVIGATION_ACTIVE, DRIVING_ASSISTANCE_ACTIVE),
    /** Right before each further one: the vehicle is held in update mode, only the supply can still fail it. */
    NEXT_ERASE(LOW_VOLTAGE);

    private final List<Reason> examined;

    Moment(Reason... examined) {
        this.examined = List.of(examined);
    }

    /** What is examined, in this order. */
    public List<Reason> examined() {
        return examined;
    }
}
