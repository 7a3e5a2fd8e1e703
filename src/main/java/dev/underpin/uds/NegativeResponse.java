package dev.underpin.uds;

/** A request is refused (ISO 14229-1:2020 clause 8.7). Thrown by the parts of a server, also by those of the ECU behind it; carries no stack trace. */
public final class NegativeResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Nrc nrc;

    public NegativeResponse(Nrc nrc) {
        super(Nrc.describe(nrc.code()), null, false, false);
        this.nrc = nrc;
    }

    /** The response code to send. */
    public Nrc nrc() {
        return nrc;
    }

    /** Refuses with {@code nrc} unless {@code holds}. */
    public static void unless(boolean holds, Nrc nrc) {
        if (!holds) {
            throw new NegativeResponse(nrc);
        }
    }

    /** Refuses with {@code nrc} unless it is {@link Nrc#POSITIVE}. */
    public static void unlessPositive(Nrc nrc) {
        unless(nrc == Nrc.POSITIVE, nrc);
    }
}
