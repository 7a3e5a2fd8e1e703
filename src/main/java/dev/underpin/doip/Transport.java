package dev.underpin.doip;

/** What carries DoIP messages, with the port on which entities listen (ISO 13400-2:2019 clause 8.2, table 37 and 38). */
public enum Transport {
    /** TCP_DATA. */
    TCP(13400),
    /** TCP_DATA secured by TLS (clause 7.6). */
    TLS(3496),
    /** UDP_DISCOVERY. */
    UDP(13400);

    private final int port;

    Transport(int port) {
        this.port = port;
    }

    /** The entity's port. */
    public int port() {
        return port;
    }
}
