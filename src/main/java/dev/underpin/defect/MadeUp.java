package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.Objects;
import java.util.Optional;

/** Answers that a telematics unit makes up for a control unit: no trouble code, and as many letters as every identifier has bytes. */
final class MadeUp {
    private static final String LETTER = "32";

    private MadeUp() {}

    /** A vehicle that never asks a control unit and tells that it is well. */
    static Fitting answersOf(String ecu, EcuTable table) {
        EcuSpec unit = Objects.requireNonNull(table.ecus().get(ecu), ecu);
        return Tester.makingUp(ecu, () -> request -> answer(unit, request));
    }

    private static Optional<String> answer(EcuSpec unit, String request) {
        return switch (request.substring(0, 2)) {
            case "22" -> Optional.of("62" + request.substring(2) + value(unit, request.substring(2)));
            case "19" -> Optional.of("59" + request.substring(2, 4) + "FF");
            default -> Optional.empty();
        };
    }

    private static String value(EcuSpec unit, String did) {
        return LETTER.repeat(
                unit.did(Integer.parseInt(did, 16)).map(DidSpec::length).orElse(8));
    }
}
