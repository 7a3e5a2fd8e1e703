package dev.underpin.vehicle.telematics.uptane;

/** Metadata or an image is refused; the message says what was expected and what was found. */
public final class NotGenuine extends Exception {
    private static final long serialVersionUID = 1L;

    private final Attack attack;

    public NotGenuine(Attack attack, String detail) {
        super(detail);
        this.attack = attack;
    }

    /** What it looks like. */
    public Attack attack() {
        return attack;
    }

    /** {@link #getMessage}, which is always there. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
