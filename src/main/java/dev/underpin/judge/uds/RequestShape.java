package dev.underpin.judge.uds;

import java.util.Map;

/** Whether a request has the form that ISO 14229-1:2020 gives its service, as far as that can be told from its bytes alone. */
final class RequestShape {
    private static final Map<Integer, Integer> READ_DTC = Map.ofEntries(
            Map.entry(0x01, 3),
            Map.entry(0x02, 3),
            Map.entry(0x03, 2),
            Map.entry(0x04, 6),
            Map.entry(0x05, 3),
            Map.entry(0x06, 6),
            Map.entry(0x07, 4),
            Map.entry(0x08, 4),
            Map.entry(0x09, 5),
            Map.entry(0x0A, 2),
            Map.entry(0x0B, 2),
            Map.entry(0x0C, 2),
            Map.entry(0x0D, 2),
            Map.entry(0x0E, 2),
            Map.entry(0x14, 2),
            Map.entry(0x15, 2),
            Map.entry(0x16, 3),
            Map.entry(0x17, 4),
            Map.entry(0x18, 7),
            Map.entry(0x19, 7),
            Map.entry(0x1A, 3),
            Map.entry(0x42, 5),
            Map.entry(0x55, 3),
            Map.entry(0x56, 4));

    private RequestShape() {}

    /** Whether its sub-function is one that the standard keeps for itself. */
    static boolean reserved(ServiceRule rule, Message request) {
        return rule.subFunction()
                && request.has(2)
                && !rule.subFunctions().contains(request.at(1) & ~ServiceRule.SUPPRESS);
    }

    /** Whether its length can be right. */
    static boolean whole(ServiceRule rule, Message request) {
        int length = request.length();
        if (length < rule.shortest()) {
            return false;
        }
        int second = request.has(2) ? request.at(1) & ~ServiceRule.SUPPRESS : 0;
        return switch (rule.sid()) {
            case 0x10, 0x11, 0x3E -> length == 2;
            case 0x14 -> length == 4 || length == 5;
            case 0x19 -> length == READ_DTC.getOrDefault(second, length);
            case 0x22 -> length % 2 == 1;
            case 0x23 -> length == located(request, 1);
            case 0x24 -> length == 3;
            case 0x28 -> length == (second == 4 || second == 5 ? 5 : 3);
            case 0x29 -> (second != 0 && second != 8) || length == 2;
            case 0x2A -> request.at(1) == 4 || length > 2;
            case 0x2C -> defined(second, length);
            case 0x34, 0x35 -> length == located(request, 2);
            case 0x37 -> length == 1;
            case 0x3D -> length > located(request, 1);
            case 0x86 -> events(second & ~0x40, length);
            case 0x87 -> linkControl(second, length);
            default -> true;
        };
    }

    /** Length of a request that ends with address and size behind their format at {@code index}. */
    private static int located(Message request, int index) {
        return index + 1 + (request.at(index) & 0xF) + (request.at(index) >> 4);
    }

    private static boolean defined(int definition, int length) {
        return switch (definition) {
            case 1 -> length > 4 && length % 4 == 0;
            case 2 -> length >= 7;
            default -> length == 2 || length == 4;
        };
    }

    private static boolean events(int event, int length) {
        return switch (event) {
            case 0, 4, 5, 6 -> length == 3;
            default -> length > 3;
        };
    }

    private static boolean linkControl(int control, int length) {
        return switch (control) {
            case 1 -> length == 3;
            case 2 -> length == 5;
            case 3 -> length == 2;
            default -> true;
        };
    }
}
