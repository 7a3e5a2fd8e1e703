package dev.underpin.doip;

/** Codes in DoIP messages (ISO 13400-2:2019 tables 19, 48 and 25), each group in its own message type. */
public final class DoipCode {
    public static final int HEADER_INCORRECT_PATTERN = 0x00;
    public static final int HEADER_UNKNOWN_TYPE = 0x01;
    public static final int HEADER_TOO_LARGE = 0x02;
    public static final int HEADER_INVALID_LENGTH = 0x04;

    public static final int ACTIVATION_UNKNOWN_SOURCE = 0x00;
    public static final int ACTIVATION_SOURCE_DIFFERS = 0x02;
    public static final int ACTIVATION_UNSUPPORTED_TYPE = 0x06;
    public static final int ACTIVATION_DONE = 0x10;

    public static final int DIAGNOSTIC_ACKNOWLEDGED = 0x00;
    public static final int DIAGNOSTIC_INVALID_SOURCE = 0x02;
    public static final int DIAGNOSTIC_UNKNOWN_TARGET = 0x03;
    public static final int DIAGNOSTIC_TARGET_UNREACHABLE = 0x06;

    private DoipCode() {}
}
