package dev.underpin.trace;

import java.util.HexFormat;

/** The bytes of a diagnostic message, read from left to right; what is not there reads as 0. */
final class Pdu {
    private static final int SHOWN = 32;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final byte[] bytes;
    private int at;

    Pdu(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return at < bytes.length ? bytes[at++] & 0xff : 0;
    }

    int number(int octets) {
        int number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << Byte.SIZE | octet();
        }
        return number;
    }

    /** As hexadecimal digits; for lengths that a number does not hold. */
    String digits(int octets) {
        int end = Math.min(bytes.length, at + octets);
        String digits = HexFormat.of().withUpperCase().formatHex(bytes, at, end);
        at = end;
        return digits;
    }

    boolean has(int octets) {
        return bytes.length - at >= octets;
    }

    int left() {
        return bytes.length - at;
    }

    byte[] take(int octets) {
        byte[] part = java.util.Arrays.copyOfRange(bytes, at, at + octets);
        at += octets;
        return part;
    }

    /** The rest, in hexadecimal, clipped; empty when there is none. */
    String rest() {
        int shown = Math.min(left(), SHOWN);
        String hex = HEX.formatHex(bytes, at, at + shown);
        String more = left() > shown ? " +" + (left() - shown) : "";
        at = bytes.length;
        return hex + more;
    }
}
