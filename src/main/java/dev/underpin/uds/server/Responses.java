package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;

/** Response messages. */
final class Responses {
    private Responses() {}

    static byte[] negative(int sid, Nrc nrc) {
        return new byte[] {Sid.NEGATIVE, (byte) sid, (byte) nrc.code()};
    }

    /** The echo of the request, then the record. Service 0x22 names its identifiers in the record. */
    static byte[] positive(Request request, byte[] record) {
        int echoed = request.sid() == Sid.READ_DATA ? 1 : Sid.echoed(request.sid());
        byte[] message = new byte[echoed + record.length];
        System.arraycopy(request.message(), 0, message, 0, echoed);
        message[0] = (byte) (request.sid() + Sid.POSITIVE_OFFSET);
        if (Sid.hasSubFunction(request.sid())) {
            message[1] = (byte) request.subFunction();
        }
        System.arraycopy(record, 0, message, echoed, record.length);
        return message;
    }

    /** Whether the code is one that a functionally addressed ECU keeps to itself (ISO 14229-1:2020 clause 7.5). */
    static boolean silentWhenFunctional(Nrc nrc) {
        return switch (nrc) {
            case SERVICE_NOT_SUPPORTED,
                    SUB_FUNCTION_NOT_SUPPORTED,
                    OUT_OF_RANGE,
                    SUB_FUNCTION_NOT_IN_SESSION,
                    SERVICE_NOT_IN_SESSION -> true;
            default -> false;
        };
    }
}
