package dev.underpin.fault;

/** A rig cannot inject a fault at that target; the message says what it would need. */
public final class OutOfReach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param lacking what the rig would need, or why nothing would help */
    public OutOfReach(String lacking) {
        super(lacking);
    }

    /** That a fault cannot be injected, in words. */
    public static String told(Fault fault, String lacking) {
        return "this rig cannot inject %s %s: %s".formatted(fault.kind(), fault.target(), lacking);
    }
}
