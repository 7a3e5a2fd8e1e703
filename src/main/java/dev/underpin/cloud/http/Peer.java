package dev.underpin.cloud.http;

/**
 * Who is at the other end of a connection: the common name of the client's certificate. With sockets TLS proves it; without,
 * the assembler vouches for it by handing out the link.
 *
 * @param name the certificate's common name
 */
public record Peer(String name) {
    private static final String DESK = "desk";
    private static final String APP = "app.";

    /** The vehicle {@code vin}: its certificate carries the VIN as common name. */
    public static Peer vehicle(String vin) {
        return new Peer(vin);
    }

    /** The console of the technical support. */
    public static Peer desk() {
        return new Peer(DESK);
    }

    /** The companion app of the vehicle {@code vin}. */
    public static Peer app(String vin) {
        return new Peer(APP + vin);
    }
}
