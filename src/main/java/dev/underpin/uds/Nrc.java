package dev.underpin.uds;

import org.jspecify.annotations.Nullable;

/** Response codes of ISO 14229-1:2020 annex A. {@link #POSITIVE} is the internal code for "no objection" and never travels. */
public enum Nrc {
    POSITIVE(0x00, "positive response"),
    GENERAL_REJECT(0x10, "general reject"),
    SERVICE_NOT_SUPPORTED(0x11, "service not supported"),
    SUB_FUNCTION_NOT_SUPPORTED(0x12, "sub-function not supported"),
    INCORRECT_LENGTH(0x13, "incorrect message length or invalid format"),
    RESPONSE_TOO_LONG(0x14, "response too long"),
    BUSY_REPEAT_REQUEST(0x21, "busy, repeat request"),
    CONDITIONS_NOT_CORRECT(0x22, "conditions not correct"),
    SEQUENCE_ERROR(0x24, "request sequence error"),
    NO_RESPONSE_FROM_SUBNET(0x25, "no response from sub-net component"),
    FAILURE_PREVENTS_EXECUTION(0x26, "failure prevents execution of requested action"),
    OUT_OF_RANGE(0x31, "request out of range"),
    SECURITY_ACCESS_DENIED(0x33, "security access denied"),
    AUTHENTICATION_REQUIRED(0x34, "authentication required"),
    INVALID_KEY(0x35, "invalid key"),
    EXCEEDED_ATTEMPTS(0x36, "exceeded number of attempts"),
    DELAY_NOT_EXPIRED(0x37, "required time delay not expired"),
    UPLOAD_DOWNLOAD_NOT_ACCEPTED(0x70, "upload or download not accepted"),
    TRANSFER_SUSPENDED(0x71, "transfer data suspended"),
    PROGRAMMING_FAILURE(0x72, "general programming failure"),
    WRONG_BLOCK_COUNTER(0x73, "wrong block sequence counter"),
    RESPONSE_PENDING(0x78, "request correctly received, response pending"),
    SUB_FUNCTION_NOT_IN_SESSION(0x7E, "sub-function not supported in active session"),
    SERVICE_NOT_IN_SESSION(0x7F, "service not supported in active session"),
    ENGINE_RUNNING(0x83, "engine is running"),
    SPEED_TOO_HIGH(0x88, "vehicle speed too high"),
    NOT_IN_NEUTRAL(0x8C, "transmission range not in neutral"),
    NOT_IN_GEAR(0x8D, "transmission range not in gear"),
    BRAKE_NOT_CLOSED(0x8F, "brake switch not closed"),
    NOT_IN_PARK(0x90, "shifter lever not in park"),
    VOLTAGE_TOO_HIGH(0x92, "voltage too high"),
    VOLTAGE_TOO_LOW(0x93, "voltage too low"),
    RESOURCE_UNAVAILABLE(0x94, "resource temporarily not available");

    private final int code;
    private final String text;

    Nrc(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }

    /** The standard's words, in lower case. */
    public String text() {
        return text;
    }

    /** The named code of a byte on the wire, or null when it is the maker's or reserved. */
    public static @Nullable Nrc of(int code) {
        for (Nrc nrc : values()) {
            if (nrc.code == code) {
                return nrc;
            }
        }
        return null;
    }

    /** The byte with its words, such as {@code 0x22 conditions not correct}. */
    public static String describe(int code) {
        Nrc known = of(code);
        return "0x%02X %s".formatted(code, known == null ? "maker's code" : known.text);
    }
}
