package dev.underpin.trace;

import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import org.jspecify.annotations.Nullable;

/** Diagnostic messages in words (ISO 14229-1:2020), with the names that a table of control units gives. Immutable. */
public final class UdsWords {
    private final UdsMeaning meaning;

    public UdsWords(EcuTable table) {
        meaning = new UdsMeaning(table);
    }

    /**
     * What a request asks.
     *
     * @param ecu whom; null for all
     * @param message not empty
     */
    public String request(@Nullable EcuSpec ecu, byte[] message) {
        return meaning.of(new Party(ecu, false), message);
    }

    /**
     * What a response says.
     *
     * @param ecu who speaks; null when unknown
     * @param message not empty
     */
    public String response(@Nullable EcuSpec ecu, byte[] message) {
        return meaning.of(new Party(ecu, true), message);
    }

    /** A value with its unit; {@code bytes} are as many as the identifier has. */
    public static String value(DidSpec did, byte[] bytes) {
        return value(did.decode(bytes), did.unit());
    }

    /** A decoded value with its unit, empty for none. What came from outside cannot command a terminal. */
    public static String value(Object decoded, String unit) {
        return IdentifierText.value(decoded, unit).replaceAll("\\p{Cc}", "?");
    }
}
