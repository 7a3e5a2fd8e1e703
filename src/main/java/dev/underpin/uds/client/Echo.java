package dev.underpin.uds.client;

import dev.underpin.uds.Sid;

/** Which messages of an ECU answer a request: those that repeat its service identifier and the part that the service echoes. */
final class Echo {
    private Echo() {}

    /** Length of the echoed part of a positive response, service identifier included. */
    static int length(byte[] request) {
        return Sid.echoed(request[0] & 0xFF);
    }

    static boolean positive(byte[] request, byte[] message) {
        int echoed = length(request);
        if (message.length < echoed || (message[0] & 0xFF) != (request[0] & 0xFF) + Sid.POSITIVE_OFFSET) {
            return false;
        }
        return (request[0] & 0xFF) == Sid.READ_DATA ? anyIdentifier(request, message) : tail(request, message, echoed);
    }

    static boolean negative(byte[] request, byte[] message) {
        return message.length == 3 && (message[0] & 0xFF) == Sid.NEGATIVE && message[1] == request[0];
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
