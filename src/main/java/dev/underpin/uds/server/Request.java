package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;
import java.util.Arrays;

/** A request as it came. */
record Request(byte[] message, boolean functional, boolean secured) {
    /** One that came plainly. */
    Request(byte[] message, boolean functional) {
        this(message, functional, false);
    }

    /** One that came inside a secured one (0x84). */
    static Request secured(byte[] message) {
        return new Request(message, false, true);
    }

    int sid() {
        return at(0);
    }

    int length() {
        return message.length;
    }

    int at(int index) {
        return message[index] & 0xFF;
    }

    /** The sub-function without its suppress bit. */
    int subFunction() {
        return at(1) & ~Sid.SUPPRESS;
    }

    /** Two bytes. */
    int word(int index) {
        return at(index) << 8 | at(index + 1);
    }

    /** Three bytes. */
    int dtc(int index) {
        return word(index) << 8 | at(index + 2);
    }

    /** {@code bytes} bytes, at most four, as an unsigned number. */
    long number(int index, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | at(index + i);
        }
        return number;
    }

    byte[] from(int index) {
        return Arrays.copyOfRange(message, index, message.length);
    }

    boolean suppressed() {
        return Sid.hasSubFunction(sid()) && message.length > 1 && (message[1] & Sid.SUPPRESS) != 0;
    }

    boolean keepAlive() {
        return sid() == Sid.TESTER_PRESENT && suppressed();
    }

    void requireLength(int expected) {
        NegativeResponse.unless(message.length == expected, Nrc.INCORRECT_LENGTH);
    }

    void requireAtLeast(int expected) {
        NegativeResponse.unless(message.length >= expected, Nrc.INCORRECT_LENGTH);
    }
}
