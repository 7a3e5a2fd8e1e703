package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * An event of 0x86 as it was set up (ISO 14229-1:2020 table 140).
 *
 * @param type 01 change of a code's status, 03 change of a data identifier's value, 07 a comparison of a value that comes true, 08 the code
 *     that failed or was confirmed last, 09 stored data of a code whose status has changed
 * @param window event window time
 * @param condition the event type record
 * @param service the request to serve each time; empty for 08 and 09, which name their report in the condition
 */
record EventDefinition(int type, int window, byte[] condition, byte[] service) {
    static final int DTC_STATUS = 1;
    static final int DATA = 3;
    static final int COMPARISON = 7;
    static final int RECENT_DTC = 8;
    static final int DTC_RECORD = 9;
    static final int HEADER = 3;

    private static final int WITH_MEMORY = 0x18;

    static boolean isType(int type) {
        return switch (type) {
            case DTC_STATUS, DATA, COMPARISON, RECENT_DTC, DTC_RECORD -> true;
            default -> false;
        };
    }

    /** Reads it: 0x13 when its length is wrong, 0x31 for a report or a service that cannot follow an event. */
    static EventDefinition of(Request request) {
        int type = request.subFunction();
        request.requireAtLeast(HEADER + conditionLength(type, 0));
        int length = conditionLength(type, type == DTC_RECORD ? request.at(HEADER + 1) : 0);
        int end = HEADER + length;
        if (type == RECENT_DTC || type == DTC_RECORD) {
            request.requireLength(end);
        } else {
            request.requireAtLeast(end + 1);
        }
        EventDefinition event = new EventDefinition(
                type, request.at(2), Arrays.copyOfRange(request.message(), HEADER, end), request.from(end));
        NegativeResponse.unless(event.isRespondable(), Nrc.OUT_OF_RANGE);
        return event;
    }

    int identifier() {
        return new Request(condition, false).word(0);
    }

    /** The byte of the condition at {@code index}. */
    int at(int index) {
        return condition[index] & 0xFF;
    }

    /** Window, condition and service, as answers repeat them. */
    byte[] record() {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(window);
        record.writeBytes(condition);
        record.writeBytes(service);
        return record.toByteArray();
    }

    /** The request that sets it up again. */
    byte[] request() {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(Sid.RESPONSE_ON_EVENT);
        request.write(type);
        request.writeBytes(record());
        return request.toByteArray();
    }

    private static int conditionLength(int type, int report) {
        return switch (type) {
            case DTC_STATUS, RECENT_DTC -> 1;
            case DATA -> 2;
            case COMPARISON -> 10;
            default -> report >= WITH_MEMORY ? 4 : 3;
        };
    }

    private boolean isRespondable() {
        return switch (type) {
            case RECENT_DTC -> at(0) == 0x0D || at(0) == 0x0E;
            case DTC_RECORD ->
                switch (at(1)) {
                    case 0x04, 0x06, 0x18, 0x19 -> true;
                    default -> false;
                };
            default ->
                switch (service[0] & 0xFF) {
                    case Sid.READ_DTC, Sid.READ_DATA, Sid.ROUTINE_CONTROL, Sid.IO_CONTROL -> true;
                    default -> false;
                };
        };
    }
}
