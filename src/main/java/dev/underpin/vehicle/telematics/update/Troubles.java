package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.CloudTrouble;

/** What trouble with the cloud means for an update. */
final class Troubles {
    private Troubles() {}

    static UpdateFailure of(CloudTrouble trouble) {
        Reason reason = switch (trouble) {
            case CloudTrouble.LinkFailed link -> Reason.NETWORK;
            case CloudTrouble.Garbled page -> Reason.NETWORK;
            case CloudTrouble.Unavailable down -> Reason.CLOUD_UNAVAILABLE;
            case CloudTrouble.Refused refused -> Reason.ofCode(refused.errorCode());
        };
        return new UpdateFailure(reason, String.valueOf(trouble.getMessage()));
    }
}
