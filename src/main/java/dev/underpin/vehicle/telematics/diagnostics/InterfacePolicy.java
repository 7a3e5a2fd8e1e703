package dev.underpin.vehicle.telematics.diagnostics;

/** The owner's and the maker's setting whether the vehicle may be diagnosed remotely at all. Confined to the scheduler's thread. */
public final class InterfacePolicy {
    private boolean enabled = true;

    /** Whether remote diagnostics is allowed. */
    public boolean enabled() {
        return enabled;
    }

    public void enable(boolean allowed) {
        enabled = allowed;
    }
}
