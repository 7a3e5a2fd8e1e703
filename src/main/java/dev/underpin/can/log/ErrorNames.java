package dev.underpin.can.log;

import java.util.ArrayList;
import java.util.List;

/** The words for what an error frame tells (linux/can/error.h). */
final class ErrorNames {
    private static final int LOST_ARBITRATION = 0x02;
    private static final int TRANSCEIVER = 0x10;
    private static final int COUNTERS = 0x200;
    private static final int OCTET = 0xff;

    private static final List<String> CLASSES = List.of(
            "transmit time-out",
            "lost arbitration",
            "controller",
            "protocol error",
            "transceiver",
            "no acknowledgement",
            "bus-off",
            "bus error",
            "restarted");
    private static final List<String> CONTROLLERS = List.of(
            "receive overflow",
            "transmit overflow",
            "receive error warning",
            "transmit error warning",
            "receive error-passive",
            "transmit error-passive",
            "error-active");
    private static final List<String> KINDS = List.of(
            "single bit",
            "form",
            "bit stuffing",
            "dominant bit not sent",
            "recessive bit not sent",
            "overload",
            "active error announced",
            "while sending");

    private ErrorNames() {}

    static String text(ErrorFrame error) {
        if (error.leftOut() > 0) {
            return "%d more error frames in this second are left out of the log".formatted(error.leftOut());
        }
        List<String> parts = new ArrayList<>();
        for (int bit = 0; bit < CLASSES.size(); bit++) {
            if ((error.classes() >> bit & 1) != 0) {
                parts.add(CLASSES.get(bit) + detail(error, 1 << bit));
            }
        }
        int unnamed = error.classes() >> CLASSES.size() & ~(COUNTERS >> CLASSES.size());
        if (unnamed != 0) {
            parts.add("classes %X".formatted(unnamed << CLASSES.size()));
        }
        int transmit = octet(error, 6);
        int receive = octet(error, 7);
        if ((error.classes() & COUNTERS) != 0 || transmit + receive > 0) {
            parts.add("error counters transmit %d, receive %d".formatted(transmit, receive));
        }
        return parts.isEmpty() ? "error" : String.join("; ", parts);
    }

    private static String detail(ErrorFrame error, int errorClass) {
        return switch (errorClass) {
            case LOST_ARBITRATION -> octet(error, 0) == 0 ? "" : " at bit " + octet(error, 0);
            case ErrorFrame.CONTROLLER -> prefixed(names(CONTROLLERS, octet(error, 1)));
            case ErrorFrame.PROTOCOL -> prefixed(names(KINDS, octet(error, 2))) + place(octet(error, 3));
            case TRANSCEIVER -> octet(error, 4) == 0 ? "" : " %02X".formatted(octet(error, 4));
            default -> "";
        };
    }

    private static String names(List<String> names, int bits) {
        List<String> set = new ArrayList<>();
        for (int bit = 0; bit < names.size(); bit++) {
            if ((bits >> bit & 1) != 0) {
                set.add(names.get(bit));
            }
        }
        return String.join(", ", set);
    }

    private static String prefixed(String names) {
        return names.isEmpty() ? "" : ": " + names;
    }

    private static String place(int code) {
        String name = switch (code) {
            case 0x00 -> "";
            case 0x02, 0x06, 0x07, 0x0E, 0x0F -> "identifier";
            case 0x03 -> "start of frame";
            case 0x04 -> "SRR or RTR";
            case 0x05 -> "IDE";
            case 0x08 -> "CRC sequence";
            case 0x09, 0x0D -> "reserved bit";
            case 0x0A -> "data";
            case 0x0B -> "data length code";
            case 0x0C -> "RTR";
            case 0x12 -> "intermission";
            case 0x18 -> "CRC delimiter";
            case 0x19 -> "acknowledgement slot";
            case 0x1A -> "end of frame";
            case 0x1B -> "acknowledgement delimiter";
            default -> "place %02X".formatted(code);
        };
        return name.isEmpty() ? "" : ", in " + name;
    }

    private static int octet(ErrorFrame error, int index) {
        return (int) (error.details() >>> (Byte.SIZE * (Long.BYTES - 1 - index))) & OCTET;
    }
}
