package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.update.Reason.ALARM;
import static dev.underpin.vehicle.telematics.update.Reason.BATTERY;
import static dev.underpin.vehicle.telematics.update.Reason.BONNET_OPEN;
import static dev.underpin.vehicle.telematics.update.Reason.CRASH;
import static dev.underpin.vehicle.telematics.update.Reason.DOOR_OPEN;
import static dev.underpin.vehicle.telematics.update.Reason.DRIVING_ASSISTANCE_ACTIVE;
import static dev.underpin.vehicle.telematics.update.Reason.LOW_VOLTAGE;
import static dev.underpin.vehicle.telematics.update.Reason.NAVIGATION_ACTIVE;
import static dev.underpin.vehicle.telematics.update.Reason.NETWORK;
import static dev.underpin.vehicle.telematics.update.Reason.NOT_PARKED;
import static dev.underpin.vehicle.telematics.update.Reason.SLOPE;
import static dev.underpin.vehicle.telematics.update.Reason.TESTER_CONNECTED;
import static dev.underpin.vehicle.telematics.update.Reason.TRAILER;

import java.util.List;

/** When preconditions are examined. */
public enum Moment {
    /** "Download Now": nothing but the download is agreed to. */
    DOWNLOAD,
    /** "Install Update", and a scheduled start without images: the whole way is agreed to. */
    INSTALL_UPDATE,
    /** "Confirm", and a scheduled start with images. */
    CONFIRM,
    /** Right before the first control unit is erased. */
    FIRST_ERASE,
    /** Right before each further one: the vehicle is held in update mode, only the supply can still fail it, or a crash. */
    NEXT_ERASE;

    private static final List<Reason> BEFORE_THE_FIRST_ERASE = List.of(
            CRASH,
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
            ALARM);

    /** What is examined, the most telling first. */
    public List<Reason> examined() {
        return switch (this) {
            case DOWNLOAD -> List.of(NETWORK, BATTERY, LOW_VOLTAGE);
            case INSTALL_UPDATE ->
                List.of(NETWORK, BATTERY, LOW_VOLTAGE, NOT_PARKED, NAVIGATION_ACTIVE, DRIVING_ASSISTANCE_ACTIVE);
            case CONFIRM, FIRST_ERASE -> BEFORE_THE_FIRST_ERASE;
            case NEXT_ERASE -> List.of(CRASH, LOW_VOLTAGE);
        };
    }
}
