package dev.underpin.trace;

import dev.underpin.can.CanFrame;

/** Which part of a message a frame carries (ISO 15765-2:2016, 9.6). */
final class IsoTpText {
    private IsoTpText() {}

    static String of(CanFrame frame) {
        if (frame.length() == 0) {
            return "no ISO-TP frame";
        }
        int low = frame.at(0) & 0xF;
        return switch (frame.at(0) >> 4) {
            case 0 -> "SF " + (low > 0 || frame.length() < 2 ? low : frame.at(1));
            case 1 -> "FF " + total(frame, low);
            case 2 -> "CF " + low;
            case 3 -> flowControl(frame, low);
            default -> "no ISO-TP frame";
        };
    }

    private static String total(CanFrame frame, int low) {
        if (frame.length() < 2) {
            return "cut off";
        }
        int length = low << 8 | frame.at(1);
        if (length > 0 || frame.length() < 6) {
            return Integer.toString(length);
        }
        return Long.toString((long) frame.at(2) << 24 | frame.at(3) << 16 | frame.at(4) << 8 | frame.at(5));
    }

    private static String flowControl(CanFrame frame, int status) {
        return switch (status) {
            case 0 ->
                frame.length() < 3
                        ? "FC continue"
                        : "FC continue, BS %d, STmin %s".formatted(frame.at(1), separation(frame.at(2)));
            case 1 -> "FC wait";
            case 2 -> "FC overflow";
            default -> "FC status %X".formatted(status);
        };
    }

    private static String separation(int code) {
        if (code <= 0x7F) {
            return code + " ms";
        }
        return code >= 0xF1 && code <= 0xF9 ? (code - 0xF0) * 100 + " us" : "reserved %02X".formatted(code);
    }
}
