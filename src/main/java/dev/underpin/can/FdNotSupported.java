package dev.underpin.can;

/** A CAN FD frame was given to a bus that carries classical frames only. */
public final class FdNotSupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FdNotSupported(String bus, String node, CanFrame frame) {
        super("bus %s carries classical CAN only, but %s sent the CAN FD frame %s".formatted(bus, node, frame));
    }
}
