package dev.underpin.tester;

import dev.underpin.mistake.UserMistake;
import dev.underpin.uds.DtcCode;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.RoutineSpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identifiers and bytes as engineers type them: hexadecimal, or a name of the table of control units. */
public final class Identifier {
    private static final Pattern HEX = Pattern.compile("(?:0[xX])?([0-9A-Fa-f]{1,4})");

    private Identifier() {}

    /** A data identifier: {@code F190}, {@code 0xF190}, {@code Vin}. */
    public static int did(String text, Optional<EcuSpec> ecu) {
        return ecu.flatMap(spec -> named(spec, text))
                .map(DidSpec::did)
                .orElseGet(() -> number("DID", text, "four hexadecimal digits such as F190, or a name of ecus.yaml"));
    }

    /** A routine identifier: {@code 0203}, {@code coolantPumpRun}. */
    public static int rid(String text, Optional<EcuSpec> ecu) {
        return ecu.flatMap(spec -> spec.routines().stream()
                        .filter(routine -> routine.name().equalsIgnoreCase(text))
                        .findFirst())
                .map(RoutineSpec::rid)
                .orElseGet(() -> number("RID", text, "four hexadecimal digits such as FF00, or a name of ecus.yaml"));
    }

    /** A number of up to four hexadecimal digits. */
    public static int number(String what, String text, String expected) {
        var digits = HEX.matcher(text);
        if (!digits.matches()) {
            throw UserMistake.saying("%s: expected %s, found \"%s\"".formatted(what, expected, text));
        }
        return Integer.parseInt(digits.group(1), 16);
    }

    /** A number of up to two hexadecimal digits. */
    public static int octet(String what, String text) {
        int number = number(what, text, "one or two hexadecimal digits");
        if (number > 0xFF) {
            throw UserMistake.saying("%s: expected one or two hexadecimal digits, found \"%s\"".formatted(what, text));
        }
        return number;
    }

    /** Bytes, with or without blanks between them. */
    public static byte[] bytes(String what, String text) {
        String digits = text.replaceAll("[\\s:_]", "");
        if (digits.isEmpty() || digits.length() % 2 != 0 || !digits.matches("[0-9A-Fa-f]+")) {
            throw UserMistake.saying(
                    "%s: expected bytes in hexadecimal such as 22F190, found \"%s\"".formatted(what, text));
        }
        return HexFormat.of().parseHex(digits);
    }

    /** A trouble code: {@code P0AA6-1A}, or {@code all}. */
    public static int dtc(String text) {
        if (text.equalsIgnoreCase("all")) {
            return DtcCode.ALL;
        }
        try {
            return DtcCode.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw UserMistake.saying("CODE: " + wrong.getMessage());
        }
    }

    private static Optional<DidSpec> named(EcuSpec spec, String text) {
        return spec.dids().stream()
                .filter(did -> did.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
