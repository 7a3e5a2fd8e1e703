package dev.underpin.defects;

import dev.underpin.vehicle.Fitting;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Answers that a telematics unit makes up for a control unit: no trouble code, and eight letters in every identifier. */
final class MadeUp {
    private static final String VALUE = HexFormat.of().formatHex("2026.44 ".getBytes(StandardCharsets.US_ASCII));

    private MadeUp() {}

    /** A vehicle that never asks a control unit and tells that it is well. */
    static Fitting answersOf(String ecu) {
        return Tester.makingUp(ecu, () -> MadeUp::answer);
    }

    private static Optional<String> answer(String request) {
        return switch (request.substring(0, 2)) {
            case "22" -> Optional.of("62" + request.substring(2) + VALUE);
            case "19" -> Optional.of("59" + request.substring(2, 4) + "FF");
            default -> Optional.empty();
        };
    }
}
