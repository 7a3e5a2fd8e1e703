package dev.underpin.vehicle.ecu.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a tester may do with a data identifier (ISO 14229-1:2020 clauses 11.2, 11.7 and 13.2). */
public enum DidAccess {
    /** ReadDataByIdentifier (0x22), in every session. */
    @JsonProperty("read")
    READ,
    /** WriteDataByIdentifier (0x2E), in the extended session. */
    @JsonProperty("write")
    WRITE,
    /** InputOutputControlByIdentifier (0x2F), in the extended session. */
    @JsonProperty("control")
    CONTROL
}
