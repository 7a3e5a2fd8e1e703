package dev.underpin.doip;

/** Codes in DoIP messages (ISO 13400-2:2019 tables 19, 49 and 26), each group in its own message type. */
public final class DoipCode {
    /** Version and inverse do not fit, or the version is not spoken; the socket is closed. */
    public static final int HEADER_INCORRECT_PATTERN = 0x00;

    /** Not a payload type that is taken on this transport; the message is passed over. */
    public static final int HEADER_UNKNOWN_TYPE = 0x01;

    /** Longer than the entity can ever take; the message is passed over. */
    public static final int HEADER_TOO_LARGE = 0x02;

    /** Longer than the entity can take now; the message is passed over. */
    public static final int HEADER_OUT_OF_MEMORY = 0x03;

    /** Not a length that the payload type may have; the socket is closed. */
    public static final int HEADER_INVALID_LENGTH = 0x04;

    /** No tester address that the entity knows. */
    public static final int ACTIVATION_UNKNOWN_SOURCE = 0x00;

    /** All sockets are taken by testers that are alive. */
    public static final int ACTIVATION_NO_SOCKET = 0x01;

    /** The socket is activated for another tester address. */
    public static final int ACTIVATION_SOURCE_DIFFERS = 0x02;

    /** The tester address is activated on another socket, and alive there. */
    public static final int ACTIVATION_SOURCE_IN_USE = 0x03;

    /** The tester has not shown who it is; the only denial after which the socket stays open. */
    public static final int ACTIVATION_NOT_AUTHENTICATED = 0x04;

    /** Rejected in the vehicle. */
    public static final int ACTIVATION_REJECTED = 0x05;

    /** An activation type that the entity does not know. */
    public static final int ACTIVATION_UNSUPPORTED_TYPE = 0x06;

    /** Only over TLS. */
    public static final int ACTIVATION_TLS_REQUIRED = 0x07;

    /** Routing is active. */
    public static final int ACTIVATION_DONE = 0x10;

    /** Routing will be active once it is confirmed in the vehicle. */
    public static final int ACTIVATION_TO_BE_CONFIRMED = 0x11;

    /** The message was taken. */
    public static final int DIAGNOSTIC_ACKNOWLEDGED = 0x00;

    /** Not the tester address that is activated on this socket, which is closed. */
    public static final int DIAGNOSTIC_INVALID_SOURCE = 0x02;

    /** No such ECU. */
    public static final int DIAGNOSTIC_UNKNOWN_TARGET = 0x03;

    /** Longer than the target's network carries. */
    public static final int DIAGNOSTIC_TOO_LARGE = 0x04;

    /** Too much waits for the target. */
    public static final int DIAGNOSTIC_OUT_OF_MEMORY = 0x05;

    /** The target's network is down, or routing is not confirmed yet. */
    public static final int DIAGNOSTIC_TARGET_UNREACHABLE = 0x06;

    /** The target belongs to a network that the entity has no way to. */
    public static final int DIAGNOSTIC_UNKNOWN_NETWORK = 0x07;

    /** The target's transport protocol did not take the message. */
    public static final int DIAGNOSTIC_TRANSPORT_ERROR = 0x08;

    private DoipCode() {}
}
