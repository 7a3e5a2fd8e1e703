package dev.underpin.cloud.http;

/** The three ways into the cloud; each admits one kind of client. */
public enum Leg {
    /** Vehicles: the path's VIN must be the certificate's. */
    VEHICLE,
    /** The console of the technical support. */
    DESK,
    /** The companion app: the path's VIN must be the one that the app is paired with. */
    APP;

    /** Refuses a client whose certificate is not for this way, or not for the vehicle that {@code request} names. */
    void admit(ApiRequest request) {
        Peer expected = switch (this) {
            case VEHICLE -> request.has("vin") ? Peer.vehicle(request.variable("vin")) : request.peer();
            case DESK -> Peer.desk();
            case APP -> Peer.app(request.variable("vin"));
        };
        if (!expected.equals(request.peer())) {
            throw new ApiError(403, "certificate-mismatch", "the client's certificate is not for " + expected.name());
        }
    }
}
