package dev.underpin.judge;

import dev.underpin.history.Entry;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Diagnostic messages on the media, told apart by how their bytes begin (ISO 14229-1). */
final class Wire {
    static final String ERASE = "3101FF00";

    private Wire() {}

    static Predicate<Entry> request(String begins) {
        return entry -> entry.is("direction", "request") && entry.text("pdu").startsWith(begins);
    }

    static Predicate<Entry> response(String begins) {
        return entry -> entry.is("direction", "response") && entry.text("pdu").startsWith(begins);
    }

    static Predicate<Entry> of(String ecu) {
        return entry -> entry.is("ecu", ecu);
    }

    /** A request that changes what is in a flash: erase, RequestDownload or TransferData. */
    static boolean programming(Entry entry) {
        return entry.is("direction", "request")
                && (entry.is("sid", "34")
                        || entry.is("sid", "36")
                        || entry.text("pdu").startsWith(ERASE));
    }

    /** The end of a routine that found everything in order: its status byte is 0, or it has none. */
    static Predicate<Entry> routinePassed(String routine) {
        String good = "7101" + routine;
        return response(good).and(entry -> {
            String status = entry.text("pdu").substring(good.length());
            return status.isEmpty() || status.startsWith("00");
        });
    }

    /** The ASCII text of a data identifier in the answer to a request for it alone. */
    static String ascii(Entry response) {
        byte[] pdu = HexFormat.of().parseHex(response.text("pdu"));
        return new String(pdu, 3, pdu.length - 3, StandardCharsets.US_ASCII).strip();
    }
}
