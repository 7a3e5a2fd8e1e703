package dev.underpin.trace;

import dev.underpin.vehicle.ecu.table.EcuSpec;
import org.jspecify.annotations.Nullable;

/**
 * Who is spoken to, or speaks, under a diagnostic identifier.
 *
 * @param ecu the control unit; null for all of them
 * @param response whether the control unit speaks
 */
record Party(@Nullable EcuSpec ecu, boolean response) {
    String name() {
        return ecu == null ? "all" : ecu.name();
    }

    /** Whether {@code unit} speaks or is spoken to. */
    boolean isOrAddresses(String unit) {
        return ecu == null || ecu.name().equals(unit);
    }

    /** Such as {@code VCU request}. */
    String title() {
        return name() + (response ? " response" : " request");
    }
}
