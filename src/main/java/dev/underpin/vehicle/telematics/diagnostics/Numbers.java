package dev.underpin.vehicle.telematics.diagnostics;

import java.util.HexFormat;
import java.util.Optional;

/** Identifiers as support writes them. */
final class Numbers {
    private Numbers() {}

    /** {@code 0x0203} and {@code 0203} are hexadecimal. */
    static Optional<Integer> parse(String text) {
        try {
            return Optional.of(Integer.parseInt(text.replaceFirst("^0[xX]", ""), 16));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Bytes in hexadecimal. */
    static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException noBytes) {
            return Optional.empty();
        }
    }
}
