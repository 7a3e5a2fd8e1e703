package dev.underpin.vehicle.ecu.table;

import dev.underpin.mistake.YamlFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All control units of a vehicle, and the identifiers that a snapshot may hold.
 *
 * @param ecus the control units by name, in the order of the file
 * @param snapshot the identifiers of snapshot records
 */
public record EcuTable(Map<String, EcuSpec> ecus, List<DidSpec> snapshot) {
    /**
     * Reads the table from {@code file}, after checking it against {@code ecus.schema.json}.
     *
     * @throws dev.underpin.mistake.UserMistake naming file, field, what was expected and what was found
     */
    public static EcuTable load(Path file) {
        return YamlFile.read(file, EcuTable.class, "/dev/underpin/vehicle/ecus.schema.json", TableFile.class)
                .toTable(file);
    }

    /** The same control units, of which those on these buses send classical frames alone: the buses carry no others. */
    public EcuTable classicalOn(Set<String> buses) {
        Map<String, EcuSpec> same = new LinkedHashMap<>();
        ecus.forEach((name, ecu) -> same.put(
                name,
                ecu.can()
                        .filter(address -> buses.contains(address.bus()))
                        .map(address -> ecu.at(address.classical()))
                        .orElse(ecu)));
        return new EcuTable(Collections.unmodifiableMap(same), snapshot);
    }

    /**
     * The control unit called {@code name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public EcuSpec ecu(String name) {
        EcuSpec spec = ecus.get(name);
        if (spec == null) {
            throw new IllegalArgumentException(
                    "no control unit %s in the table, only %s".formatted(name, ecus.keySet()));
        }
        return spec;
    }

    /** The control unit with that DoIP logical address. */
    public Optional<EcuSpec> at(int doip) {
        return ecus.values().stream().filter(ecu -> ecu.doip() == doip).findFirst();
    }

    /** The trouble code as any control unit of the table describes it. */
    public Optional<DtcSpec> dtc(int code) {
        return ecus.values().stream().flatMap(ecu -> ecu.dtc(code).stream()).findFirst();
    }
}
