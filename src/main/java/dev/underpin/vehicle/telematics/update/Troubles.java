package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.CloudTrouble.LinkFailed;
import dev.underpin.vehicle.telematics.uptane.Attack;

/** What trouble with the cloud means for an update. */
final class Troubles {
    private Troubles() {}

    static UpdateFailure of(CloudTrouble trouble) {
        Reason reason = switch (trouble) {
            case LinkFailed failed -> Reason.NETWORK;
            case CloudTrouble.Garbled page -> Reason.NETWORK;
            case CloudTrouble.NoKey locked -> Reason.KEY_LOCKED;
            case CloudTrouble.Unavailable down -> Reason.CLOUD_UNAVAILABLE;
            case CloudTrouble.Refused refused -> Reason.ofCode(refused.errorCode());
        };
        boolean slow = trouble instanceof LinkFailed link && link.reason() == LinkFailed.Reason.TIMEOUT;
        return new UpdateFailure(
                reason, String.valueOf(trouble.getMessage()), slow ? Attack.SLOW_RETRIEVAL.code() : "");
    }
}
