package dev.underpin.rig;

/** The rig failed, not the vehicle; the message says what to do. */
public final class RigError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RigError(String message) {
        super(message);
    }
}
