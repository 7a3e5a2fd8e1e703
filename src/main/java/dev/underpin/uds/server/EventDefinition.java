package dev.underpin.uds.server;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * An event of 0x86 as it was set up.
 *
 * @param type 01 change of a code's status, 03 change of a data identifier's value
 * @param window the event window time, 02 for without end
 * @param condition the event type record: status mask, or the identifier
 * @param service the request to serve each time
 */
record EventDefinition(int type, int window, byte[] condition, byte[] service) {
    static final int DTC_STATUS = 1;
    static final int DATA = 3;
    static final int HEADER = 3;

    static EventDefinition of(Request request) {
        int end = HEADER + conditionLength(request.subFunction());
        return new EventDefinition(
                request.subFunction(),
                request.at(2),
                Arrays.copyOfRange(request.message(), HEADER, end),
                request.from(end));
    }

    static int conditionLength(int type) {
        return type == DTC_STATUS ? 1 : 2;
    }

    int identifier() {
        return new Request(condition, false).word(0);
    }

    /** Window, condition and service, as answers repeat them. */
    byte[] record() {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(window);
        record.writeBytes(condition);
        record.writeBytes(service);
        return record.toByteArray();
    }
}
