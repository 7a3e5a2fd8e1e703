package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Diagnostic messages as they were seen on the wire (ISO 14229-1). Message patterns are upper-case hexadecimal. */
public final class Uds {
    private static final HexFormat HEX = HexFormat.of();
    private static final int DTC_RECORD = 8;
    private static final int DTC_HEADER = 6;

    private Uds() {}

    /** A request that begins with {@code pdu}, to any control unit. */
    public static Sign request(String pdu) {
        return Sign.of(
                "a request " + pdu,
                Kind.UDS,
                entry -> entry.text("pdu").startsWith(pdu) && entry.is("direction", "request"));
    }

    /** A response that begins with {@code pdu}, from any control unit. */
    public static Sign response(String pdu) {
        return Sign.of(
                "a response " + pdu,
                Kind.UDS,
                entry -> entry.text("pdu").startsWith(pdu) && entry.is("direction", "response"));
    }

    /** {@code sign}, of one control unit. */
    public static Sign of(String ecu, Sign sign) {
        return sign.where(entry -> entry.is("ecu", ecu)).called("%s with %s".formatted(sign.words(), ecu));
    }

    /** What changes program memory: erase (31 01 FF00), download (34), transfer (36). */
    public static Sign programming() {
        return request("3101FF00").or(request("34")).or(request("36")).called("a request to erase or write");
    }

    /** The order to erase. */
    public static Sign erase() {
        return request("3101FF00").called("a request to erase");
    }

    /** What looks into a control unit's memory or changes something: anything but identification, sessions and signs of life. */
    public static Sign examination() {
        Sign values = request("22").where(entry -> !entry.text("pdu").startsWith("22F1"));
        return values.or(request("19"))
                .or(request("14"))
                .or(request("11"))
                .or(request("2F"))
                .or(request("31"))
                .called("a diagnostic request");
    }

    /** What moves, resets or clears something: routine, output, reset, clear. */
    public static Sign intervention() {
        return request("31")
                .or(request("2F"))
                .or(request("11"))
                .or(request("14"))
                .called("an intervention");
    }

    /** The last value of a data identifier (4 hexadecimal digits) that a control unit told before a place. */
    public static Optional<Entry> told(Facts facts, String ecu, String did, int before) {
        return of(ecu, response("62" + did)).lastBefore(facts, before);
    }

    /** The value in a response to a read of one data identifier, as text. */
    public static String ascii(Entry response) {
        return new String(HEX.parseHex(value(response)), StandardCharsets.US_ASCII).strip();
    }

    /** The value in a response to a read of one data identifier, in lower-case hexadecimal. */
    public static String value(Entry response) {
        return response.text("pdu").substring(DTC_HEADER).toLowerCase(java.util.Locale.ROOT);
    }

    /** The trouble codes in a response to 19 02: such as {@code P0C4A-92} to status byte. */
    public static Map<String, Integer> codes(Entry response) {
        String pdu = response.text("pdu");
        Map<String, Integer> codes = new LinkedHashMap<>();
        for (int at = DTC_HEADER; at + DTC_RECORD <= pdu.length(); at += DTC_RECORD) {
            int code = Integer.parseInt(pdu.substring(at, at + DTC_HEADER), 16);
            codes.put(code(code), Integer.parseInt(pdu.substring(at + DTC_HEADER, at + DTC_RECORD), 16));
        }
        return codes;
    }

    /** A three-byte trouble code in words: system letter, four digits, failure type (SAE J2012). */
    private static String code(int code) {
        char system = "PCBU".charAt(code >>> 22);
        return "%c%04X-%02X".formatted(system, (code >>> 8) & 0x3FFF, code & 0xFF);
    }
}
