package dev.underpin.vehicle.ecu.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How soon a trouble code wants attention (ISO 14229-1, DTCSeverityMask). */
public enum Severity {
    @JsonProperty("maintenance")
    MAINTENANCE(0x20),
    @JsonProperty("next-halt")
    NEXT_HALT(0x40),
    @JsonProperty("immediately")
    IMMEDIATELY(0x80);

    private final int mask;

    Severity(int mask) {
        this.mask = mask;
    }

    /** The byte on the wire. */
    public int mask() {
        return mask;
    }
}
