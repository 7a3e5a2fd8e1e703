package dev.underpin.uds.client;

import dev.underpin.uds.Sid;

/** Which messages of an ECU answer a request: those that repeat its service identifier and the part that the service echoes. */
final class Echo {
    private static final int CLEAR_DEFINED = 3;

    private Echo() {}

    /** Length of the echoed part of a positive response, service identifier included, as {@link UdsResponse#record} leaves it out. */
    static int length(byte[] request) {
        return Sid.echoed(request[0] & 0xFF);
    }

    static boolean answers(byte[] request, byte[] message) {
        return positive(request, message) || negative(request, message);
    }

    static boolean positive(byte[] request, byte[] message) {
        int echoed = matched(request);
        int first = (request[0] & 0xFF) + Sid.POSITIVE_OFFSET;
        if (message.length < echoed || (message[0] & 0xFF) != first || first == Sid.NEGATIVE) {
            return false;
        }
        return (request[0] & 0xFF) == Sid.READ_DATA ? anyIdentifier(request, message) : tail(request, message, echoed);
    }

    static boolean negative(byte[] request, byte[] message) {
        return message.length == 3 && (message[0] & 0xFF) == Sid.NEGATIVE && message[1] == request[0];
    }

    /** How many bytes have to be repeated; some services repeat more than what stands before their record. */
    private static int matched(byte[] request) {
        int usual = length(request);
        return switch (request[0] & 0xFF) {
            case Sid.IO_CONTROL -> usual + 1;
            case Sid.DEFINE_DATA -> definesOne(request) ? usual + 2 : usual;
            case Sid.WRITE_MEMORY -> request.length > 1 ? 2 + (request[1] & 0xF) + (request[1] >> 4 & 0xF) : 2;
            default -> usual;
        };
    }

    private static boolean definesOne(byte[] request) {
        return request.length > 2 || (request.length == 2 && (request[1] & ~Sid.SUPPRESS) != CLEAR_DEFINED);
    }

    private static boolean tail(byte[] request, byte[] message, int echoed) {
        for (int i = 1; i < echoed; i++) {
            int ignored = i == 1 && Sid.hasSubFunction(request[0] & 0xFF) ? Sid.SUPPRESS : 0;
            if (i >= request.length || ((request[i] ^ message[i]) & 0xFF & ~ignored) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyIdentifier(byte[] request, byte[] message) {
        for (int i = 1; i + 1 < request.length; i += 2) {
            if (request[i] == message[1] && request[i + 1] == message[2]) {
                return true;
            }
        }
        return false;
    }
}
