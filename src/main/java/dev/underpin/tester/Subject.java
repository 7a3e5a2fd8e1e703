package dev.underpin.tester;

import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.Optional;
import java.util.function.Function;

/**
 * The control unit that a tester speaks to, and what is known of it.
 *
 * @param address where it is spoken to
 * @param ecu what the table says of it, if it is in the table
 * @param table the control units of the vehicle
 * @param secret the secret behind its security access, if it is known
 */
public record Subject(
        Address address, Optional<EcuSpec> ecu, EcuTable table, Function<String, Optional<byte[]>> secret) {
    /** Its name in the table, else its address. */
    public String name() {
        return ecu.map(EcuSpec::name).orElseGet(address::toString);
    }
}
